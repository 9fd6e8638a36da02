// One graph of Postchat and the CRM. Whoever asks gives their own Postchat token, which is passed on: the gateway may no more than
// its caller. Its own token, in POSTCHAT_TOKEN, only reads Postchat's schema at the start.
import { ApolloGateway, IntrospectAndCompose, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

const gateway = new ApolloGateway({
  supergraphSdl: new IntrospectAndCompose({
    subgraphs: [
      { name: "postchat", url: process.env.POSTCHAT_URL + "/graphql" },
      { name: "crm", url: process.env.CRM_URL },
    ],
    introspectionHeaders: { authorization: "Bearer " + process.env.POSTCHAT_TOKEN },
  }),
  buildService: ({ url }) =>
    new RemoteGraphQLDataSource({
      url,
      willSendRequest({ request, context }) {
        if (context.authorization) {
          request.http.headers.set("authorization", context.authorization);
        }
      },
    }),
});

const server = new ApolloServer({ gateway });
const { url } = await startStandaloneServer(server, {
  listen: { host: "127.0.0.1", port: 0 },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
console.log(url);
