/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What sort of somebody does something. */
export type ActorKind =
  /** A person who is signed in. */
  | 'PERSON'
  /** Whoever runs Postchat's commands on the server. */
  | 'SHELL'
  /** Postchat itself. */
  | 'SYSTEM'
  /** A program, by its API token. */
  | 'TOKEN';

/** Who is to get chats with a success code. */
export type CodeAddressesInput = {
  /** The list as people type it. */
  addresses: string;
  /** A success code of the campaign. */
  code: string | number;
};

/** What became of a code. */
export type CodeOutcome =
  /** The table has no address for it. */
  | 'NO_ADDRESS'
  /** It is retired, and counts as no code. */
  | 'RETIRED'
  /** Its addresses are among the recipients. */
  | 'ROUTED'
  /** It is no code of the campaign, and counts as none. */
  | 'UNKNOWN';

/** A language that mails can be in. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** Why nobody gets a follow-up. */
export type NotForwarded =
  /** Its codes lead to no address, and the campaign sends such chats to nobody. */
  | 'CODES_UNADDRESSED'
  /** It goes to standard, which has no address. */
  | 'STANDARD_EMPTY';

/** A text to be read. */
export type ParseFollowUpAddressesInput = {
  /** The campaign whose codes the text names. */
  campaign: string | number;
  /**
   * The text, at most 256 KiB. The list for chats without a code is called standard; a line without a code belongs to the code
   * above it, and a code that comes again adds to its list.
   */
  text: string;
};

/** Why an address gets a mail. */
export type ReasonKind =
  /** A person sent it there afterwards. */
  | 'AGAIN'
  /** A code of the chat leads to it. */
  | 'CODE'
  /** An operator added it. */
  | 'EXTRA'
  /** It is in standard, and the chat's codes lead to no address. */
  | 'NO_ADDRESS'
  /** It is in standard, and the chat has no code. */
  | 'NO_CODE'
  /** It is in standard, and the chat's codes are unknown or retired. */
  | 'NO_KNOWN_CODE'
  /** It is in standard, and an address of the table refused the mail. */
  | 'RESCUE';

/** What a table would have changed for a chat. */
export type ReplayOutcome =
  /** It went to nobody, and would go to somebody. */
  | 'FROM_NOBODY'
  /** It went to somebody, and would go to nobody. */
  | 'TO_NOBODY'
  /** It went to some people, and would go to others. */
  | 'TO_OTHERS';

/** A table to try on the chats that there were. Either `version` or `table` must be given. */
export type ReplayRoutingInput = {
  /** The campaign whose chats are meant. */
  campaign: string | number;
  /** How many days to look back, today included: 1 to 90. */
  days?: number;
  /** A table that was not saved. */
  table?: UnsavedAddressesInput | null | undefined;
  /** A version that was saved; 0 for nobody anywhere. */
  version?: number | null | undefined;
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

/** A chat that there might be. */
export type SimulateRoutingInput = {
  /** The campaign whose table is asked. */
  campaign: string | number;
  /** The labels of codes, known or not. */
  codes?: Array<string>;
  /** Addresses that an operator adds by hand, typed as `a@example.com; b@example.com`. */
  extraAddresses?: string;
  /** A table that was not saved; without one the campaign's own is asked. */
  table?: UnsavedAddressesInput | null | undefined;
};

/** What becomes of a chat that has codes, none of which leads to an address. */
export type Unaddressed =
  /** Nobody gets it. */
  | 'NOT_FORWARDED'
  /** It goes to standard. */
  | 'STANDARD';

/** A whole table, as in `saveFollowUpAddresses`. */
export type UnsavedAddressesInput = {
  /** An entry for every success code in use. A retired one that is left out keeps its list. */
  codes: Array<CodeAddressesInput>;
  /** Who gets chats without a code. */
  standard: string;
};

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

export type SimulateQueryVariables = Exact<{
  input: SimulateRoutingInput;
  language: Language;
}>;


export type SimulateQuery = { simulateRouting: { notForwarded: NotForwarded | null, recipients: Array<{ address: { name: string, email: string }, reasons: Array<{ kind: ReasonKind, sentence: string }> }>, codes: Array<{ label: string, outcome: CodeOutcome }> } };

export type ReplayQueryVariables = Exact<{
  input: ReplayRoutingInput;
}>;


export type ReplayQuery = { replayRouting: { since: string, chats: number, toOthers: number, toNobody: number, fromNobody: number, cut: boolean, addresses: Array<{ gained: number, lost: number, address: { name: string, email: string } }>, differences: Array<{ outcome: ReplayOutcome, followUp: { id: string, number: number, chat: { id: string, closedAt: string, visitor: { name: string, email: string } } }, before: { recipients: Array<{ address: { email: string } }> }, after: { recipients: Array<{ address: { email: string } }> } }> } };

export type ReadAddressesQueryVariables = Exact<{
  input: ParseFollowUpAddressesInput;
}>;


export type ReadAddressesQuery = { parseFollowUpAddresses: { standardKept: boolean, followUpAddresses: { version: number, standard: { items: Array<{ name: string, email: string, text: string }> }, codes: Array<{ code: { id: string }, addresses: { items: Array<{ name: string, email: string, text: string }> } }> }, problems: Array<{ line: number, message: string }>, kept: Array<{ id: string, label: string }> } };

export type ReadListFragment = { items: Array<{ name: string, email: string, text: string }> };

export type VersionsQueryVariables = Exact<{
  campaign: string | number;
  after?: string | null | undefined;
}>;


export type VersionsQuery = { campaign: { id: string, followUpAddressesHistory: { nodes: Array<{ version: number, comment: string, savedAt: string | null, savedBy: { kind: ActorKind, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string } } } | null };

export type VersionDiffQueryVariables = Exact<{
  campaign: string | number;
  older: number;
  newer: number;
}>;


export type VersionDiffQuery = { followUpAddressesDiff: { from: number, to: number, standard: { added: Array<{ name: string, email: string, text: string }>, removed: Array<{ name: string, email: string, text: string }>, renamed: Array<{ name: string, email: string, text: string }> }, codes: Array<{ appeared: boolean, gone: boolean, retired: boolean, code: { id: string, label: string }, addresses: { added: Array<{ name: string, email: string, text: string }>, removed: Array<{ name: string, email: string, text: string }>, renamed: Array<{ name: string, email: string, text: string }> } }> } | null };

export type DifferenceFragment = { added: Array<{ name: string, email: string, text: string }>, removed: Array<{ name: string, email: string, text: string }>, renamed: Array<{ name: string, email: string, text: string }> };

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
export const ReadListFragmentDoc = new TypedDocumentString(`
    fragment ReadList on AddressList {
  items {
    name
    email
    text
  }
}
    `, {"fragmentName":"ReadList"}) as unknown as TypedDocumentString<ReadListFragment, unknown>;
export const DifferenceFragmentDoc = new TypedDocumentString(`
    fragment Difference on AddressListDiff {
  added {
    name
    email
    text
  }
  removed {
    name
    email
    text
  }
  renamed {
    name
    email
    text
  }
}
    `, {"fragmentName":"Difference"}) as unknown as TypedDocumentString<DifferenceFragment, unknown>;
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
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 30) {
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
export const SimulateDocument = new TypedDocumentString(`
    query Simulate($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    recipients {
      address {
        name
        email
      }
      reasons {
        kind
        sentence(language: $language)
      }
    }
    codes {
      label
      outcome
    }
    notForwarded
  }
}
    `) as unknown as TypedDocumentString<SimulateQuery, SimulateQueryVariables>;
export const ReplayDocument = new TypedDocumentString(`
    query Replay($input: ReplayRoutingInput!) {
  replayRouting(input: $input) {
    since
    chats
    toOthers
    toNobody
    fromNobody
    cut
    addresses(first: 20) {
      address {
        name
        email
      }
      gained
      lost
    }
    differences(first: 10) {
      outcome
      followUp {
        id
        number
        chat {
          id
          closedAt
          visitor {
            name
            email
          }
        }
      }
      before {
        recipients {
          address {
            email
          }
        }
      }
      after {
        recipients {
          address {
            email
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReplayQuery, ReplayQueryVariables>;
export const ReadAddressesDocument = new TypedDocumentString(`
    query ReadAddresses($input: ParseFollowUpAddressesInput!) {
  parseFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
      standard {
        ...ReadList
      }
      codes {
        code {
          id
        }
        addresses {
          ...ReadList
        }
      }
    }
    problems {
      line
      message
    }
    kept {
      id
      label
    }
    standardKept
  }
}
    fragment ReadList on AddressList {
  items {
    name
    email
    text
  }
}`) as unknown as TypedDocumentString<ReadAddressesQuery, ReadAddressesQueryVariables>;
export const VersionsDocument = new TypedDocumentString(`
    query Versions($campaign: ID!, $after: String) {
  campaign(id: $campaign) {
    id
    followUpAddressesHistory(first: 20, after: $after) {
      nodes {
        version
        comment
        savedAt
        savedBy {
          kind
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}
    `) as unknown as TypedDocumentString<VersionsQuery, VersionsQueryVariables>;
export const VersionDiffDocument = new TypedDocumentString(`
    query VersionDiff($campaign: ID!, $older: Int!, $newer: Int!) {
  followUpAddressesDiff(campaign: $campaign, older: $older, newer: $newer) {
    from
    to
    standard {
      ...Difference
    }
    codes {
      code {
        id
        label
      }
      appeared
      gone
      retired
      addresses {
        ...Difference
      }
    }
  }
}
    fragment Difference on AddressListDiff {
  added {
    name
    email
    text
  }
  removed {
    name
    email
    text
  }
  renamed {
    name
    email
    text
  }
}`) as unknown as TypedDocumentString<VersionDiffQuery, VersionDiffQueryVariables>;