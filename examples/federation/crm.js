// A CRM's own graph. It knows people by their e-mail addresses, and adds to each of Postchat's chats whom the visitor is a
// contact of: Chat is Postchat's, and only crmContact is told here.
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@external", "@requires"])

  type Chat @key(fields: "id") {
    id: ID!
    visitor: Visitor! @external
    "The contact with the visitor's e-mail address."
    crmContact: Contact @requires(fields: "visitor { email }")
  }

  type Visitor {
    email: String! @external
  }

  type Contact {
    company: String!
    accountManager: String!
  }
`);

const contacts = {
  "ines@visitor.example": { company: "Moreau & Filles", accountManager: "Kim Berg" },
};

const resolvers = {
  Chat: {
    crmContact: (chat) => contacts[chat.visitor?.email.toLowerCase()] ?? null,
  },
};

const server = new ApolloServer({ schema: buildSubgraphSchema([{ typeDefs, resolvers }]) });
const { url } = await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: 0 } });
console.log(url);
