import { Link, useSearch } from '@tanstack/react-router'
import { Text } from '../../ui/Text.tsx'
import { Time } from '../../ui/Time.tsx'
import { isAction } from './actions.ts'
import type { EntryFragment } from './gql/graphql.ts'
import { useWords } from './words.ts'

/** A line of the audit log, as a sentence: who, what, and to what, which can be gone to. */
export function Entry({ entry }: { entry: EntryFragment }) {
  const { t } = useWords()
  const { at, action, detail, actor, object, campaign } = entry
  return (
    <div className="entry">
      <Time at={at} exact />
      <div>
        <p>
          <Actor actor={actor} /> {isAction(action) ? t(`action.${action}`) : <span className="mono">{action}</span>}
          {object.name && object.id !== actor.id && (
            <>
              {': '}
              <ObjectLink entry={entry}>{object.name}</ObjectLink>
            </>
          )}
        </p>
        <p className="small muted">
          {campaign && campaign.id !== object.id && (
            <>
              <Text>{campaign.name}</Text>
              {detail && ' · '}
            </>
          )}
          <Text>{detail}</Text>
        </p>
      </div>
      <Same entry={entry} />
    </div>
  )
}

function Actor({ actor: { kind, name } }: { actor: EntryFragment['actor'] }) {
  const { t } = useWords()
  return (
    <>
      <strong>
        <Text>{name || t(`actorKind.${kind}`)}</Text>
      </strong>
      {kind === 'TOKEN' && <span className="small muted"> ({t('audit.token')})</span>}
    </>
  )
}

/** The way to what an entry is about, where it has a page. */
function ObjectLink({ entry: { object, campaign }, children }: { entry: EntryFragment; children: string }) {
  const name = <Text>{children}</Text>
  switch (object.kind) {
    case 'campaign':
      return (
        <Link to="/campaigns/$campaign" params={{ campaign: object.id }}>
          {name}
        </Link>
      )
    case 'follow_up_addresses':
      return (
        <Link to="/campaigns/$campaign/addresses" params={{ campaign: object.id }}>
          {name}
        </Link>
      )
    case 'goal':
    case 'success_code':
      if (!campaign) return name
      return (
        <Link to="/campaigns/$campaign/goals" params={{ campaign: campaign.id }}>
          {name}
        </Link>
      )
    case 'source':
      return (
        <Link to="/sources/$source" params={{ source: object.id }}>
          {name}
        </Link>
      )
    case 'follow_up':
      return (
        <Link to="/follow-ups/$number" params={{ number: object.name.replace('#', '') }}>
          {name}
        </Link>
      )
    case 'api_token':
      return <Link to="/settings/tokens">{name}</Link>
    case 'person':
    case 'invitation':
      return <Link to="/people">{name}</Link>
    default:
      return name
  }
}

/** The ways to the other entries of the same person, and about the same thing. */
function Same({ entry: { actor, object } }: { entry: EntryFragment }) {
  const { t } = useWords()
  const search = useSearch({ from: '/settings/audit' })
  return (
    <p className="small same">
      {actor.id && search.actor !== actor.id && (
        <Link to="/settings/audit" search={{ ...search, actor: actor.id, after: '' }}>
          {t('audit.same')}
        </Link>
      )}
      {object.id && search.object !== object.id && (
        <Link to="/settings/audit" search={{ ...search, object: object.id, after: '' }}>
          {t('audit.about')}
        </Link>
      )}
    </p>
  )
}
