import english from './words/en.json' with { type: 'json' }

type Word = keyof typeof english

/** An action of the audit log that we have words for. Extensions can have others. */
export type Action = Word extends infer Key ? (Key extends `action.${infer Name}` ? Name : never) : never

export const isAction = (action: string): action is Action => Object.hasOwn(english, `action.${action}`)
