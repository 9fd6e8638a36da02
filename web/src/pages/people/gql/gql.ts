/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "query People {\n  people {\n    ...PersonRow\n  }\n  invitations {\n    ...InvitationRow\n  }\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment PersonRow on Person {\n  id\n  name\n  email\n  role\n  campaigns {\n    id\n    name\n  }\n  signedInAt\n  disabledAt\n}\n\nfragment InvitationRow on Invitation {\n  id\n  email\n  role\n  campaigns {\n    id\n    name\n  }\n  invitedBy\n  createdAt\n  expiresAt\n  sentAt\n  words\n}\n\nmutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation DisablePerson($input: DisablePersonInput!) {\n  disablePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation EnablePerson($input: EnablePersonInput!) {\n  enablePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation PasswordLink($input: CreatePasswordLinkInput!) {\n  createPasswordLink(input: $input) {\n    link\n  }\n}\n\nmutation Invite($input: CreateInvitationInput!) {\n  createInvitation(input: $input) {\n    invitation {\n      ...InvitationRow\n    }\n    link\n  }\n}\n\nmutation InviteAgain($input: ResendInvitationInput!) {\n  resendInvitation(input: $input) {\n    invitation {\n      ...InvitationRow\n    }\n    link\n  }\n}\n\nmutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    invitation {\n      id\n    }\n  }\n}": typeof types.PeopleDocument,
};
const documents: Documents = {
    "query People {\n  people {\n    ...PersonRow\n  }\n  invitations {\n    ...InvitationRow\n  }\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment PersonRow on Person {\n  id\n  name\n  email\n  role\n  campaigns {\n    id\n    name\n  }\n  signedInAt\n  disabledAt\n}\n\nfragment InvitationRow on Invitation {\n  id\n  email\n  role\n  campaigns {\n    id\n    name\n  }\n  invitedBy\n  createdAt\n  expiresAt\n  sentAt\n  words\n}\n\nmutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation DisablePerson($input: DisablePersonInput!) {\n  disablePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation EnablePerson($input: EnablePersonInput!) {\n  enablePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation PasswordLink($input: CreatePasswordLinkInput!) {\n  createPasswordLink(input: $input) {\n    link\n  }\n}\n\nmutation Invite($input: CreateInvitationInput!) {\n  createInvitation(input: $input) {\n    invitation {\n      ...InvitationRow\n    }\n    link\n  }\n}\n\nmutation InviteAgain($input: ResendInvitationInput!) {\n  resendInvitation(input: $input) {\n    invitation {\n      ...InvitationRow\n    }\n    link\n  }\n}\n\nmutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    invitation {\n      id\n    }\n  }\n}": types.PeopleDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query People {\n  people {\n    ...PersonRow\n  }\n  invitations {\n    ...InvitationRow\n  }\n  campaigns {\n    id\n    name\n  }\n}\n\nfragment PersonRow on Person {\n  id\n  name\n  email\n  role\n  campaigns {\n    id\n    name\n  }\n  signedInAt\n  disabledAt\n}\n\nfragment InvitationRow on Invitation {\n  id\n  email\n  role\n  campaigns {\n    id\n    name\n  }\n  invitedBy\n  createdAt\n  expiresAt\n  sentAt\n  words\n}\n\nmutation UpdatePerson($input: UpdatePersonInput!) {\n  updatePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation DisablePerson($input: DisablePersonInput!) {\n  disablePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation EnablePerson($input: EnablePersonInput!) {\n  enablePerson(input: $input) {\n    person {\n      id\n    }\n  }\n}\n\nmutation PasswordLink($input: CreatePasswordLinkInput!) {\n  createPasswordLink(input: $input) {\n    link\n  }\n}\n\nmutation Invite($input: CreateInvitationInput!) {\n  createInvitation(input: $input) {\n    invitation {\n      ...InvitationRow\n    }\n    link\n  }\n}\n\nmutation InviteAgain($input: ResendInvitationInput!) {\n  resendInvitation(input: $input) {\n    invitation {\n      ...InvitationRow\n    }\n    link\n  }\n}\n\nmutation RevokeInvitation($input: RevokeInvitationInput!) {\n  revokeInvitation(input: $input) {\n    invitation {\n      id\n    }\n  }\n}"): typeof import('./graphql').PeopleDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
