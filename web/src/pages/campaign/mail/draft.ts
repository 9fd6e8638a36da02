import type { CampaignMailQuery, CodeMailSettingsInput, PreviewMailInput } from './gql/graphql.ts'
import { madeUp } from './search.ts'

/** A campaign, with what its mails look like. */
export type Campaign = NonNullable<CampaignMailQuery['campaign']>

/** A success code of it, with what differs for it. */
export type Code = Campaign['successCodes'][number]

/** The settings, in the order in which they are shown. */
export const settings = ['subject', 'intro', 'footer', 'senderName', 'replyTo', 'language', 'timeZone'] as const

export type Setting = (typeof settings)[number]

/** Settings as they are stored. Those of a code are null where they are the campaign's. */
export type Stored = { [S in Setting]: Campaign['mailSettings'][S] | null }

/** What somebody has changed and not saved yet. */
export type Draft = Partial<Stored>

/** The drafts of a campaign, by the code that they are for; that of the campaign itself has no name. */
export type Drafts = Readonly<Record<string, Draft>>

/** The subject where a campaign has none of its own. */
export const defaultSubject = '{urgent} [{codes}] {title} · {campaign} {number}'

/** What can be placed in subject, intro and footer. */
export const placeholders = [
  'title',
  'visitor',
  'email',
  'phone',
  'codes',
  'campaign',
  'number',
  'urgent',
  'operator',
  'department',
  'topic',
  'page',
  'date',
  'time',
] as const

export type Placeholder = (typeof placeholders)[number]

/** Whether a setting is a text that placeholders can be placed in. */
export const isTemplate = (setting: Setting) => setting === 'subject' || setting === 'intro' || setting === 'footer'

/** Puts a placeholder in place of what is selected, and says where the caret is after it. */
export function placed(text: string, start: number, end: number, name: Placeholder): { text: string; caret: number } {
  const before = `${text.slice(0, start)}{${name}}`
  return { text: before + text.slice(end), caret: before.length }
}

/** The settings of a draft that are otherwise than stored. */
export const changed = (stored: Stored, draft: Draft): Draft => pick(draft, (setting) => draft[setting] !== stored[setting])

/** Whether anything of a campaign is changed and not saved. */
export const isUnsaved = ({ mailSettings, successCodes }: Campaign, drafts: Drafts) =>
  [{ id: '', mailSettings }, ...successCodes].some((one) => Object.keys(changed(one.mailSettings, drafts[one.id] ?? {})).length > 0)

/** The draft without what was sent, unless that was changed meanwhile. */
export const without = (draft: Draft, sent: Draft): Draft => pick(draft, (setting) => draft[setting] !== sent[setting])

/** What those settings that are changed were before. */
export const before = (stored: Stored, change: Draft): Draft => pick(stored, (setting) => setting in change)

function pick(from: Draft, wanted: (setting: Setting) => boolean): Draft {
  return Object.fromEntries(settings.filter((setting) => setting in from && wanted(setting)).map((setting) => [setting, from[setting]]))
}

/** What the preview and a test mail are to be made of: of a chat of the list, or of a made-up one. */
export function mailOf(campaign: Campaign, drafts: Drafts, code: Code | undefined, chat: string): PreviewMailInput {
  const codes = campaign.successCodes.filter(({ id }) => drafts[id] !== undefined)
  return {
    ...(chat === madeUp ? { campaign: campaign.id } : { followUp: chat }),
    settings: changed(campaign.mailSettings, drafts[''] ?? {}),
    codeSettings: codes.map(({ id, mailSettings }): CodeMailSettingsInput => ({ code: id, ...mailSettings, ...drafts[id] })),
    ...(code && { codes: [code.label] }),
  }
}

/** Where a preview says what is wrong with a setting that is being changed. */
export function previewField(campaign: Campaign, drafts: Drafts, code: Code | undefined, setting: Setting): string {
  if (!code) return `input.settings.${setting}`
  const at = campaign.successCodes.filter(({ id }) => drafts[id] !== undefined).findIndex(({ id }) => id === code.id)
  return `input.codeSettings[${at}].${setting}`
}
