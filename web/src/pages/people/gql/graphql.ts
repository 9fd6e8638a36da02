/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who is to be invited. */
export type CreateInvitationInput = {
  /** The campaigns that they will be limited to, at least one; all where it is left out. */
  campaigns?: Array<string | number> | null | undefined;
  /** Where the mail goes, and what they will sign in with. */
  email: string;
  /**
   * A key for this wish, made by the client: see the rules of the schema. Who asks again gets the invitation that there is, without its
   * link.
   */
  idempotencyKey: string;
  /** What they will be in the account. */
  role: PersonRole;
};

/** A person who lost their password. */
export type CreatePasswordLinkInput = {
  /** The person. */
  person: string | number;
};

/** A person to be kept out. */
export type DisablePersonInput = {
  /** The person. */
  id: string | number;
};

/** A person to be let in again. */
export type EnablePersonInput = {
  /** The person. */
  id: string | number;
};

/** What a person is in the account. */
export type PersonRole =
  /** May do everything but people and tokens; limited to campaigns, only what is those campaigns'. */
  | 'MANAGER'
  /** May see, and act on follow-ups. */
  | 'OPERATOR'
  /** May do everything. Never limited to campaigns. */
  | 'OWNER'
  /** May see. */
  | 'VIEWER';

/** An invitation to be sent again. */
export type ResendInvitationInput = {
  /** The invitation. */
  id: string | number;
  /** A key for this wish, made by the client: see the rules of the schema. */
  idempotencyKey: string;
};

/** An invitation to be revoked. */
export type RevokeInvitationInput = {
  /** The invitation. */
  id: string | number;
};

/** What is to change of a person. */
export type UpdatePersonInput = {
  /** True lifts the limit to campaigns. */
  allCampaigns?: boolean | null | undefined;
  /** The campaigns that they are limited to; at least one. */
  campaigns?: Array<string | number> | null | undefined;
  /** The person. */
  id: string | number;
  /** What people call them. */
  name?: string | null | undefined;
  /** What they are in the account. Who becomes an owner is no longer limited to campaigns. */
  role?: PersonRole | null | undefined;
};

export type PeopleQueryVariables = Exact<{ [key: string]: never; }>;


export type PeopleQuery = { people: Array<{ id: string, name: string, email: string, role: PersonRole, signedInAt: string | null, disabledAt: string | null, campaigns: Array<{ id: string, name: string }> | null }>, invitations: Array<{ id: string, email: string, role: PersonRole, invitedBy: string, createdAt: string, expiresAt: string, sentAt: string | null, words: string, campaigns: Array<{ id: string, name: string }> | null }>, campaigns: Array<{ id: string, name: string }> };

export type PersonRowFragment = { id: string, name: string, email: string, role: PersonRole, signedInAt: string | null, disabledAt: string | null, campaigns: Array<{ id: string, name: string }> | null };

export type InvitationRowFragment = { id: string, email: string, role: PersonRole, invitedBy: string, createdAt: string, expiresAt: string, sentAt: string | null, words: string, campaigns: Array<{ id: string, name: string }> | null };

export type UpdatePersonMutationVariables = Exact<{
  input: UpdatePersonInput;
}>;


export type UpdatePersonMutation = { updatePerson: { person: { id: string } } | null };

export type DisablePersonMutationVariables = Exact<{
  input: DisablePersonInput;
}>;


export type DisablePersonMutation = { disablePerson: { person: { id: string } } | null };

export type EnablePersonMutationVariables = Exact<{
  input: EnablePersonInput;
}>;


export type EnablePersonMutation = { enablePerson: { person: { id: string } } | null };

export type PasswordLinkMutationVariables = Exact<{
  input: CreatePasswordLinkInput;
}>;


export type PasswordLinkMutation = { createPasswordLink: { link: string } | null };

export type InviteMutationVariables = Exact<{
  input: CreateInvitationInput;
}>;


export type InviteMutation = { createInvitation: { link: string, invitation: { id: string, email: string, role: PersonRole, invitedBy: string, createdAt: string, expiresAt: string, sentAt: string | null, words: string, campaigns: Array<{ id: string, name: string }> | null } } | null };

export type InviteAgainMutationVariables = Exact<{
  input: ResendInvitationInput;
}>;


export type InviteAgainMutation = { resendInvitation: { link: string, invitation: { id: string, email: string, role: PersonRole, invitedBy: string, createdAt: string, expiresAt: string, sentAt: string | null, words: string, campaigns: Array<{ id: string, name: string }> | null } } | null };

export type RevokeInvitationMutationVariables = Exact<{
  input: RevokeInvitationInput;
}>;


export type RevokeInvitationMutation = { revokeInvitation: { invitation: { id: string } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const PersonRowFragmentDoc = new TypedDocumentString(`
    fragment PersonRow on Person {
  id
  name
  email
  role
  campaigns {
    id
    name
  }
  signedInAt
  disabledAt
}
    `, {"fragmentName":"PersonRow"}) as unknown as TypedDocumentString<PersonRowFragment, unknown>;
export const InvitationRowFragmentDoc = new TypedDocumentString(`
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}
    `, {"fragmentName":"InvitationRow"}) as unknown as TypedDocumentString<InvitationRowFragment, unknown>;
export const PeopleDocument = new TypedDocumentString(`
    query People {
  people {
    ...PersonRow
  }
  invitations {
    ...InvitationRow
  }
  campaigns {
    id
    name
  }
}
    fragment PersonRow on Person {
  id
  name
  email
  role
  campaigns {
    id
    name
  }
  signedInAt
  disabledAt
}
fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`) as unknown as TypedDocumentString<PeopleQuery, PeopleQueryVariables>;
export const UpdatePersonDocument = new TypedDocumentString(`
    mutation UpdatePerson($input: UpdatePersonInput!) {
  updatePerson(input: $input) {
    person {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UpdatePersonMutation, UpdatePersonMutationVariables>;
export const DisablePersonDocument = new TypedDocumentString(`
    mutation DisablePerson($input: DisablePersonInput!) {
  disablePerson(input: $input) {
    person {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DisablePersonMutation, DisablePersonMutationVariables>;
export const EnablePersonDocument = new TypedDocumentString(`
    mutation EnablePerson($input: EnablePersonInput!) {
  enablePerson(input: $input) {
    person {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<EnablePersonMutation, EnablePersonMutationVariables>;
export const PasswordLinkDocument = new TypedDocumentString(`
    mutation PasswordLink($input: CreatePasswordLinkInput!) {
  createPasswordLink(input: $input) {
    link
  }
}
    `) as unknown as TypedDocumentString<PasswordLinkMutation, PasswordLinkMutationVariables>;
export const InviteDocument = new TypedDocumentString(`
    mutation Invite($input: CreateInvitationInput!) {
  createInvitation(input: $input) {
    invitation {
      ...InvitationRow
    }
    link
  }
}
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`) as unknown as TypedDocumentString<InviteMutation, InviteMutationVariables>;
export const InviteAgainDocument = new TypedDocumentString(`
    mutation InviteAgain($input: ResendInvitationInput!) {
  resendInvitation(input: $input) {
    invitation {
      ...InvitationRow
    }
    link
  }
}
    fragment InvitationRow on Invitation {
  id
  email
  role
  campaigns {
    id
    name
  }
  invitedBy
  createdAt
  expiresAt
  sentAt
  words
}`) as unknown as TypedDocumentString<InviteAgainMutation, InviteAgainMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($input: RevokeInvitationInput!) {
  revokeInvitation(input: $input) {
    invitation {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;