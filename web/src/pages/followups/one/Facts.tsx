import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Text } from '../../../ui/Text.tsx'
import { Time } from '../../../ui/Time.tsx'
import { Elsewhere } from './Files.tsx'
import type { FollowUpView } from './types.ts'
import { useWords } from './words.ts'

/** What else is known of the chat. */
export function Facts({ followUp: { chat, campaign } }: { followUp: FollowUpView }) {
  const { t } = useWords()
  const { visitor, operators, startedAt, closedAt, closedBy, source, department, subject, page, segment, revision } = chat
  return (
    <section className="card" aria-labelledby="facts">
      <h2 id="facts">{t('facts.title')}</h2>
      <dl className="facts">
        <Fact name={t('facts.campaign')}>
          <Link to="/campaigns/$campaign" params={{ campaign: campaign.id }}>
            <Text>{campaign.name}</Text>
          </Link>
        </Fact>
        <Fact name={t('facts.source')}>{source.name && <Text>{source.name}</Text>}</Fact>
        <Fact name={t('facts.operators')}>{operators.length > 0 && <Text>{operators.map(({ name }) => name).join(', ')}</Text>}</Fact>
        <Fact name={t('facts.email')}>{visitor.email && <Text>{visitor.email}</Text>}</Fact>
        <Fact name={t('facts.phone')}>{visitor.phone && <Text>{visitor.phone}</Text>}</Fact>
        <Fact name={t('facts.subject')}>{subject && <Text>{subject}</Text>}</Fact>
        <Fact name={t('facts.department')}>{department && <Text>{department}</Text>}</Fact>
        <Fact name={t('facts.page')}>{page && <Elsewhere url={page}>{page}</Elsewhere>}</Fact>
        <Fact name={t('facts.started')}>{startedAt && <Time at={startedAt} exact />}</Fact>
        <Fact name={t('facts.closed')}>
          <Time at={closedAt} exact /> {t('facts.by', { role: t(`role.${closedBy}`) })}
        </Fact>
        <Fact name={t('facts.segment')}>{segment > 1 && String(segment)}</Fact>
        <Fact name={t('facts.revision')}>{revision > 1 && String(revision)}</Fact>
        {chat.custom.map(({ name, value }) => (
          <Fact key={name} name={name}>
            <Text>{value}</Text>
          </Fact>
        ))}
      </dl>
    </section>
  )
}

/** One of them, where it is known. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null
  return (
    <div>
      <dt>
        <Text>{name}</Text>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
