/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A campaign to be made. */
export type CreateCampaignInput = {
  /** Unique in the account, at most 120 characters. */
  name: string;
  /** An IANA time zone. Empty means UTC. */
  timeZone?: string;
};

/** A campaign to be taken back into use. */
export type RestoreCampaignInput = {
  /** The campaign to restore. */
  id: string | number;
};

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { campaigns: Array<{ id: string, name: string, sample: boolean, retired: boolean, successCodes: Array<{ id: string, retired: boolean }>, followUpAddresses: { standard: { items: Array<{ email: string, health: { healthy: boolean } | null }> }, codes: Array<{ code: { id: string, retired: boolean }, addresses: { items: Array<{ email: string, health: { healthy: boolean } | null }> } }> } }>, checkList: { campaigns: Array<{ hasSource: boolean, hasStandard: boolean, hasCode: boolean, campaign: { id: string } }> } };

export type ItemsFragment = { items: Array<{ email: string, health: { healthy: boolean } | null }> };

export type CreateCampaignMutationVariables = Exact<{
  input: CreateCampaignInput;
}>;


export type CreateCampaignMutation = { createCampaign: { campaign: { id: string } } | null };

export type RestoreCampaignMutationVariables = Exact<{
  input: RestoreCampaignInput;
}>;


export type RestoreCampaignMutation = { restoreCampaign: { campaign: { id: string } } | null };

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
export const ItemsFragmentDoc = new TypedDocumentString(`
    fragment Items on AddressList {
  items {
    email
    health {
      healthy
    }
  }
}
    `, {"fragmentName":"Items"}) as unknown as TypedDocumentString<ItemsFragment, unknown>;
export const CampaignsDocument = new TypedDocumentString(`
    query Campaigns {
  campaigns(retired: true) {
    id
    name
    sample
    retired
    successCodes {
      id
      retired
    }
    followUpAddresses {
      standard {
        ...Items
      }
      codes {
        code {
          id
          retired
        }
        addresses {
          ...Items
        }
      }
    }
  }
  checkList {
    campaigns {
      campaign {
        id
      }
      hasSource
      hasStandard
      hasCode
    }
  }
}
    fragment Items on AddressList {
  items {
    email
    health {
      healthy
    }
  }
}`) as unknown as TypedDocumentString<CampaignsQuery, CampaignsQueryVariables>;
export const CreateCampaignDocument = new TypedDocumentString(`
    mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCampaignMutation, CreateCampaignMutationVariables>;
export const RestoreCampaignDocument = new TypedDocumentString(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreCampaignMutation, RestoreCampaignMutationVariables>;