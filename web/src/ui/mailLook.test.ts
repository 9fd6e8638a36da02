import { expect, it } from 'vitest'
import { apart, counts } from './mailLook.ts'

it.each([
  { media: '(prefers-color-scheme: dark)', looks: ['dark'] },
  { media: '(max-width: 620px)', looks: ['phone'] },
  { media: '(prefers-color-scheme: light)', looks: [] },
  { media: 'print', looks: [] },
])('what is for $media counts where a mail is looked at so', ({ media, looks }) => {
  expect((['light', 'dark', 'phone'] as const).filter((look) => counts(media, look))).toEqual(looks)
})

it('takes the style sheets out of a mail, and what is for Outlook alone', () => {
  const mail =
    '<head><!--[if mso]><style>td{color:red}</style><![endif]--><style type="text/css">\np{margin:0}</style></head><p>a &lt;style>'
  expect(apart(mail)).toEqual({ rest: '<head></head><p>a &lt;style>', sheets: ['\np{margin:0}'] })
})
