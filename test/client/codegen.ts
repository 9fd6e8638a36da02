import type { CodegenConfig } from '@graphql-codegen/cli';

// The schema is asked of the server, as an integrator would who has nothing but its address and a token.
const config: CodegenConfig = {
  importExtension: '.js',
  schema: [{ [`${process.env['POSTCHAT_URL']}/graphql`]: { headers: { Authorization: `Bearer ${process.env['POSTCHAT_TOKEN']}` } } }],
  documents: ['src/*.ts'],
  generates: {
    'src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        strictScalars: true,
        useTypeImports: true,
        // Those with an underscore are for gateways.
        scalars: { Time: 'string', Seconds: 'number', _Any: 'unknown', _FieldSet: 'string', _LinkImport: 'string' },
      },
    },
  },
};

export default config;
