/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A sample to be made. */
export type CreateSampleInput = {
  /** The language of its mails. */
  language?: Language;
  /** An IANA time zone. Empty means UTC. */
  timeZone?: string;
};

/** A language that mails can be in. */
export type Language =
  /** German. */
  | 'DE'
  /** English. */
  | 'EN'
  /** Dutch. */
  | 'NL';

/** A sample to be removed. */
export type RemoveSampleInput = {
  /** The sample's campaign. */
  campaign: string | number;
};

export type CheckListQueryVariables = Exact<{ [key: string]: never; }>;


export type CheckListQuery = { checkList: { transport: string, mailsLeave: boolean, sourceConnected: boolean, sourceHeard: boolean, mailed: boolean, campaigns: Array<{ hasCode: boolean, hasStandard: boolean, hasSource: boolean, campaign: { id: string, name: string } }>, sample: { id: string } | null } };

export type CreateSampleMutationVariables = Exact<{
  input: CreateSampleInput;
}>;


export type CreateSampleMutation = { createSample: { sample: { campaign: { id: string } } } | null };

export type RemoveSampleMutationVariables = Exact<{
  input: RemoveSampleInput;
}>;


export type RemoveSampleMutation = { removeSample: { sample: { campaign: { id: string } } } | null };

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

export const CheckListDocument = new TypedDocumentString(`
    query CheckList {
  checkList {
    transport
    mailsLeave
    campaigns {
      campaign {
        id
        name
      }
      hasCode
      hasStandard
      hasSource
    }
    sourceConnected
    sourceHeard
    mailed
    sample {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CheckListQuery, CheckListQueryVariables>;
export const CreateSampleDocument = new TypedDocumentString(`
    mutation CreateSample($input: CreateSampleInput!) {
  createSample(input: $input) {
    sample {
      campaign {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateSampleMutation, CreateSampleMutationVariables>;
export const RemoveSampleDocument = new TypedDocumentString(`
    mutation RemoveSample($input: RemoveSampleInput!) {
  removeSample(input: $input) {
    sample {
      campaign {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveSampleMutation, RemoveSampleMutationVariables>;