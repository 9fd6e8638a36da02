import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CodegenConfig } from '@graphql-codegen/cli'

// Each folder with .graphql files gets types and documents of its own operations only, so that no page carries what another asks.
const folder = (folder: string) => ({
  [`src/${folder}/gql/`]: {
    preset: 'client' as const,
    documents: `src/${folder}/*.graphql`,
    presetConfig: { fragmentMasking: false },
    config: {
      documentMode: 'string',
      enumsAsTypes: true,
      onlyOperationTypes: true,
      strictScalars: true,
      useTypeImports: true,
      scalars: { Time: 'string', Seconds: 'number', _Any: 'unknown', _FieldSet: 'string', _LinkImport: 'string' },
    },
  },
})

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'))

const config: CodegenConfig = {
  schema: '../docs/schema.graphqls',
  generates: Object.assign({}, ...[...new Set(files.map((file) => dirname(file)))].sort().map(folder)),
}

export default config
