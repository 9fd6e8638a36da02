/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What sends a campaign's follow-ups. */
export type FollowUpMode =
  /** The end of the hold: the vendor's codes decide, unless an operator picks others until then. */
  | 'AUTOMATIC'
  /** An operator's OK, or the time limit. A message that was left while nobody was there waits for nobody, and is sent as with AUTOMATIC. */
  | 'OPERATOR_OK';

/** A campaign to be taken back into use. */
export type RestoreCampaignInput = {
  /** The campaign to restore. */
  id: string | number;
};

/** A campaign to be given up. */
export type RetireCampaignInput = {
  /** The campaign to retire. */
  id: string | number;
};

/** What becomes of a chat that has codes, none of which leads to an address. */
export type Unaddressed =
  /** Nobody gets it. */
  | 'NOT_FORWARDED'
  /** It goes to standard. */
  | 'STANDARD';

/** A change of a campaign. */
export type UpdateCampaignInput = {
  /** Whether mails cover what looks like a card number, an IBAN or a card's security code. It counts for mails that are composed after it. */
  coverNumbers?: boolean | null | undefined;
  /** The campaign to change. */
  id: string | number;
  /** Unique in the account, at most 120 characters. */
  name?: string | null | undefined;
  /** An IANA time zone. Empty means UTC. */
  timeZone?: string | null | undefined;
};

/** A change of a campaign's goal settings. */
export type UpdateGoalSettingsInput = {
  /** Whether an operator may give a chat more than one code. */
  allowMultiple?: boolean | null | undefined;
  /** The campaign to change. */
  campaign: string | number;
  /** What sends the campaign's follow-ups. */
  mode?: FollowUpMode | null | undefined;
  /** Whether a chat without a code waits for one. */
  requireCode?: boolean | null | undefined;
  /** At most 7 days, and more than 0 where chats wait for an operator's OK. */
  timeLimit?: number | null | undefined;
  /** Who gets a chat whose codes all lead to no address. */
  unaddressed?: Unaddressed | null | undefined;
  /** At most 60 seconds. */
  undoDelay?: number | null | undefined;
};

/** A change of how much a campaign may mail. */
export type UpdateSendingLimitsInput = {
  /** The campaign to change. */
  campaign: string | number;
  /** The most mails in an hour; 0 for no limit. */
  mailLimit?: number | null | undefined;
  /** The most mails in an hour by what one operator submitted; 0 for no limit. */
  operatorLimit?: number | null | undefined;
};

export type SettingsQueryVariables = Exact<{
  id: string | number;
}>;


export type SettingsQuery = { campaign: { id: string, name: string, timeZone: string, coverNumbers: boolean, retired: boolean, goalSettings: { mode: FollowUpMode, timeLimit: number, undoDelay: number, unaddressed: Unaddressed }, sendingLimits: { mailLimit: number, operatorLimit: number } } | null };

export type ChangeCampaignMutationVariables = Exact<{
  input: UpdateCampaignInput;
}>;


export type ChangeCampaignMutation = { updateCampaign: { campaign: { id: string } } | null };

export type ChangeGoalSettingsMutationVariables = Exact<{
  input: UpdateGoalSettingsInput;
}>;


export type ChangeGoalSettingsMutation = { updateGoalSettings: { campaign: { id: string } } | null };

export type ChangeLimitsMutationVariables = Exact<{
  input: UpdateSendingLimitsInput;
}>;


export type ChangeLimitsMutation = { updateSendingLimits: { campaign: { id: string } } | null };

export type RetireCampaignMutationVariables = Exact<{
  input: RetireCampaignInput;
}>;


export type RetireCampaignMutation = { retireCampaign: { campaign: { id: string } } | null };

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

export const SettingsDocument = new TypedDocumentString(`
    query Settings($id: ID!) {
  campaign(id: $id) {
    id
    name
    timeZone
    coverNumbers
    retired
    goalSettings {
      mode
      timeLimit
      undoDelay
      unaddressed
    }
    sendingLimits {
      mailLimit
      operatorLimit
    }
  }
}
    `) as unknown as TypedDocumentString<SettingsQuery, SettingsQueryVariables>;
export const ChangeCampaignDocument = new TypedDocumentString(`
    mutation ChangeCampaign($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeCampaignMutation, ChangeCampaignMutationVariables>;
export const ChangeGoalSettingsDocument = new TypedDocumentString(`
    mutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {
  updateGoalSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeGoalSettingsMutation, ChangeGoalSettingsMutationVariables>;
export const ChangeLimitsDocument = new TypedDocumentString(`
    mutation ChangeLimits($input: UpdateSendingLimitsInput!) {
  updateSendingLimits(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeLimitsMutation, ChangeLimitsMutationVariables>;
export const RetireCampaignDocument = new TypedDocumentString(`
    mutation RetireCampaign($input: RetireCampaignInput!) {
  retireCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RetireCampaignMutation, RetireCampaignMutationVariables>;
export const RestoreCampaignDocument = new TypedDocumentString(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreCampaignMutation, RestoreCampaignMutationVariables>;