import type { CodegenConfig } from '@graphql-codegen/cli'

// Each entry gets types and documents of its own operations only, so that none carries what another asks.
const entry = (folder: string) => ({
  [`src/${folder}/gql/`]: {
    preset: 'client' as const,
    documents: `src/${folder}/**/*.graphql`,
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

const config: CodegenConfig = {
  schema: '../docs/schema.graphqls',
  generates: { ...entry('panel'), ...entry('signin') },
}

export default config
