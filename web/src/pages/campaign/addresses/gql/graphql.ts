/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Who is to get chats with a success code. */
export type CodeAddressesInput = {
  /** The list as people type it. */
  addresses: string;
  /** A success code of the campaign. */
  code: string | number;
};

/** An old version to be made the newest one. */
export type RestoreFollowUpAddressesInput = {
  /** The campaign whose addresses these are. */
  campaign: string | number;
  /** Why, for those who look later, at most 500 characters; where it is left out, it says which version was restored. */
  comment?: string | null | undefined;
  /** The newest version, as it was read. */
  expectedVersion: number;
  /** The version to restore. */
  version: number;
};

/**
 * A whole table. Lists are texts as people type them: addresses between `;`, `,` or new lines, with or without a name. An empty
 * text is a list without addresses.
 */
export type SaveFollowUpAddressesInput = {
  /** The campaign whose addresses these are. */
  campaign: string | number;
  /** An entry for every success code in use. A retired one that is left out keeps its list. */
  codes: Array<CodeAddressesInput>;
  /** Why, for those who look later. */
  comment?: string | null | undefined;
  /** Who gets chats without a code. */
  standard: string;
  /** The version that this one replaces, as it was read. */
  version: number;
};

/** What becomes of a chat that has codes, none of which leads to an address. */
export type Unaddressed =
  /** Nobody gets it. */
  | 'NOT_FORWARDED'
  /** It goes to standard. */
  | 'STANDARD';

export type AddressesQueryVariables = Exact<{
  campaign: string | number;
}>;


export type AddressesQuery = { campaign: { id: string, name: string, goalSettings: { allowMultiple: boolean, unaddressed: Unaddressed }, goals: Array<{ id: string }>, followUpAddresses: { version: number, comment: string, savedAt: string | null, savedBy: { name: string } | null, standard: { text: string, items: Array<{ name: string, email: string, text: string, health: { healthy: boolean, goodAt: string | null, refusedAt: string | null, refusals: number, words: string } | null }> }, codes: Array<{ code: { id: string, label: string, color: string, hint: string, retired: boolean, goal: { id: string, name: string } | null }, addresses: { text: string, items: Array<{ name: string, email: string, text: string, health: { healthy: boolean, goodAt: string | null, refusedAt: string | null, refusals: number, words: string } | null }> } }> }, addressHoles: Array<{ chats: number, code: { id: string } | null }> } | null };

export type SavedTableFragment = { version: number, comment: string, savedAt: string | null, savedBy: { name: string } | null, standard: { text: string, items: Array<{ name: string, email: string, text: string, health: { healthy: boolean, goodAt: string | null, refusedAt: string | null, refusals: number, words: string } | null }> }, codes: Array<{ code: { id: string, label: string, color: string, hint: string, retired: boolean, goal: { id: string, name: string } | null }, addresses: { text: string, items: Array<{ name: string, email: string, text: string, health: { healthy: boolean, goodAt: string | null, refusedAt: string | null, refusals: number, words: string } | null }> } }> };

export type SavedListFragment = { text: string, items: Array<{ name: string, email: string, text: string, health: { healthy: boolean, goodAt: string | null, refusedAt: string | null, refusals: number, words: string } | null }> };

export type SuggestAddressesQueryVariables = Exact<{
  campaign: string | number;
  prefix: string;
}>;


export type SuggestAddressesQuery = { addressSuggestions: Array<{ address: { email: string, text: string } }> };

export type SaveAddressesMutationVariables = Exact<{
  input: SaveFollowUpAddressesInput;
}>;


export type SaveAddressesMutation = { saveFollowUpAddresses: { followUpAddresses: { version: number } } | null };

export type RestoreAddressesMutationVariables = Exact<{
  input: RestoreFollowUpAddressesInput;
}>;


export type RestoreAddressesMutation = { restoreFollowUpAddresses: { followUpAddresses: { version: number }, kept: Array<{ label: string }> } | null };

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
export const SavedListFragmentDoc = new TypedDocumentString(`
    fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}
    `, {"fragmentName":"SavedList"}) as unknown as TypedDocumentString<SavedListFragment, unknown>;
export const SavedTableFragmentDoc = new TypedDocumentString(`
    fragment SavedTable on FollowUpAddresses {
  version
  comment
  savedAt
  savedBy {
    name
  }
  standard {
    ...SavedList
  }
  codes {
    code {
      id
      label
      color
      hint
      retired
      goal {
        id
        name
      }
    }
    addresses {
      ...SavedList
    }
  }
}
    fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}`, {"fragmentName":"SavedTable"}) as unknown as TypedDocumentString<SavedTableFragment, unknown>;
export const AddressesDocument = new TypedDocumentString(`
    query Addresses($campaign: ID!) {
  campaign(id: $campaign) {
    id
    name
    goalSettings {
      allowMultiple
      unaddressed
    }
    goals {
      id
    }
    followUpAddresses {
      ...SavedTable
    }
    addressHoles {
      code {
        id
      }
      chats
    }
  }
}
    fragment SavedTable on FollowUpAddresses {
  version
  comment
  savedAt
  savedBy {
    name
  }
  standard {
    ...SavedList
  }
  codes {
    code {
      id
      label
      color
      hint
      retired
      goal {
        id
        name
      }
    }
    addresses {
      ...SavedList
    }
  }
}
fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}`) as unknown as TypedDocumentString<AddressesQuery, AddressesQueryVariables>;
export const SuggestAddressesDocument = new TypedDocumentString(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      email
      text
    }
  }
}
    `) as unknown as TypedDocumentString<SuggestAddressesQuery, SuggestAddressesQueryVariables>;
export const SaveAddressesDocument = new TypedDocumentString(`
    mutation SaveAddresses($input: SaveFollowUpAddressesInput!) {
  saveFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
  }
}
    `) as unknown as TypedDocumentString<SaveAddressesMutation, SaveAddressesMutationVariables>;
export const RestoreAddressesDocument = new TypedDocumentString(`
    mutation RestoreAddresses($input: RestoreFollowUpAddressesInput!) {
  restoreFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
    kept {
      label
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreAddressesMutation, RestoreAddressesMutationVariables>;