/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A goal to be made. */
export type CreateGoalInput = {
  /** The campaign that the goal is for. */
  campaign: string | number;
  /** Unique in the campaign, at most 120 characters. */
  name: string;
};

/** A success code to be made. */
export type CreateSuccessCodeInput = {
  /** The campaign that the code is for. */
  campaign: string | number;
  /** As #rrggbb. */
  color?: string | null | undefined;
  /** A goal of the same campaign. */
  goal?: string | number | null | undefined;
  /** What tells operators when to give the code, at most 500 characters. */
  hint?: string | null | undefined;
  /** A digit from 1 to 9 that no other code in use has. */
  hotKey?: string | null | undefined;
  /** Unique in the campaign, at most 120 characters. */
  label: string;
};

/** A goal to be deleted. */
export type DeleteGoalInput = {
  /** The goal to delete. */
  id: string | number;
};

/** What sends a campaign's follow-ups. */
export type FollowUpMode =
  /** The end of the hold: the vendor's codes decide, unless an operator picks others until then. */
  | 'AUTOMATIC'
  /** An operator's OK, or the time limit. A message that was left while nobody was there waits for nobody, and is sent as with AUTOMATIC. */
  | 'OPERATOR_OK';

/** The order of a campaign's goals. */
export type OrderGoalsInput = {
  /** The campaign whose goals are put in order. */
  campaign: string | number;
  /** All goals of the campaign, each once. */
  goals: Array<string | number>;
};

/** The order of a campaign's success codes. */
export type OrderSuccessCodesInput = {
  /** The campaign whose codes are put in order. */
  campaign: string | number;
  /** All success codes of the campaign, the retired ones too, each once. */
  codes: Array<string | number>;
};

/** A success code to be restored. */
export type RestoreSuccessCodeInput = {
  /** The code to restore. */
  id: string | number;
};

/** A success code to be retired. */
export type RetireSuccessCodeInput = {
  /** The code to retire. */
  id: string | number;
};

/** What becomes of a chat that has codes, none of which leads to an address. */
export type Unaddressed =
  /** Nobody gets it. */
  | 'NOT_FORWARDED'
  /** It goes to standard. */
  | 'STANDARD';

/** A change of a goal. */
export type UpdateGoalInput = {
  /** The goal to change. */
  id: string | number;
  /** Unique in the campaign, at most 120 characters. */
  name?: string | null | undefined;
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

/** A change of a success code. */
export type UpdateSuccessCodeInput = {
  /** As #rrggbb. */
  color?: string | null | undefined;
  /** A goal of the same campaign; empty for none. */
  goal?: string | number | null | undefined;
  /** What tells operators when to give the code, at most 500 characters. */
  hint?: string | null | undefined;
  /** A digit from 1 to 9 that no other code in use has. */
  hotKey?: string | null | undefined;
  /** The code to change. */
  id: string | number;
  /** Unique in the campaign, at most 120 characters. */
  label?: string | null | undefined;
};

export type GoalsQueryVariables = Exact<{
  id: string | number;
}>;


export type GoalsQuery = { campaign: { id: string, timeZone: string, goalSettings: { allowMultiple: boolean, requireCode: boolean, unaddressed: Unaddressed }, goals: Array<{ id: string, name: string }>, successCodes: Array<{ id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean, retiredAt: string | null, goal: { id: string } | null }>, followUpAddresses: { standard: { items: Array<{ name: string, email: string, health: { healthy: boolean } | null }> }, codes: Array<{ code: { id: string }, addresses: { items: Array<{ name: string, email: string, health: { healthy: boolean } | null }> } }> } } | null };

export type CodeFragment = { id: string, label: string, hint: string, color: string, hotKey: string, retired: boolean, retiredAt: string | null, goal: { id: string } | null };

export type ItemsFragment = { items: Array<{ name: string, email: string, health: { healthy: boolean } | null }> };

export type UsedQueryVariables = Exact<{
  id: string | number;
}>;


export type UsedQuery = { campaign: { successCodes: Array<{ id: string, used: number }> } | null };

export type CreateGoalMutationVariables = Exact<{
  input: CreateGoalInput;
}>;


export type CreateGoalMutation = { createGoal: { goal: { id: string } } | null };

export type UpdateGoalMutationVariables = Exact<{
  input: UpdateGoalInput;
}>;


export type UpdateGoalMutation = { updateGoal: { goal: { id: string } } | null };

export type DeleteGoalMutationVariables = Exact<{
  input: DeleteGoalInput;
}>;


export type DeleteGoalMutation = { deleteGoal: { campaign: { id: string } } | null };

export type OrderGoalsMutationVariables = Exact<{
  input: OrderGoalsInput;
}>;


export type OrderGoalsMutation = { orderGoals: { campaign: { id: string } } | null };

export type CreateCodeMutationVariables = Exact<{
  input: CreateSuccessCodeInput;
}>;


export type CreateCodeMutation = { createSuccessCode: { successCode: { id: string } } | null };

export type UpdateCodeMutationVariables = Exact<{
  input: UpdateSuccessCodeInput;
}>;


export type UpdateCodeMutation = { updateSuccessCode: { successCode: { id: string } } | null };

export type RetireCodeMutationVariables = Exact<{
  input: RetireSuccessCodeInput;
}>;


export type RetireCodeMutation = { retireSuccessCode: { successCode: { id: string } } | null };

export type RestoreCodeMutationVariables = Exact<{
  input: RestoreSuccessCodeInput;
}>;


export type RestoreCodeMutation = { restoreSuccessCode: { successCode: { id: string } } | null };

export type OrderCodesMutationVariables = Exact<{
  input: OrderSuccessCodesInput;
}>;


export type OrderCodesMutation = { orderSuccessCodes: { campaign: { id: string } } | null };

export type ChangeGoalSettingsMutationVariables = Exact<{
  input: UpdateGoalSettingsInput;
}>;


export type ChangeGoalSettingsMutation = { updateGoalSettings: { campaign: { id: string } } | null };

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
export const CodeFragmentDoc = new TypedDocumentString(`
    fragment Code on SuccessCode {
  id
  label
  goal {
    id
  }
  hint
  color
  hotKey
  retired
  retiredAt
}
    `, {"fragmentName":"Code"}) as unknown as TypedDocumentString<CodeFragment, unknown>;
export const ItemsFragmentDoc = new TypedDocumentString(`
    fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
    }
  }
}
    `, {"fragmentName":"Items"}) as unknown as TypedDocumentString<ItemsFragment, unknown>;
export const GoalsDocument = new TypedDocumentString(`
    query Goals($id: ID!) {
  campaign(id: $id) {
    id
    timeZone
    goalSettings {
      allowMultiple
      requireCode
      unaddressed
    }
    goals {
      id
      name
    }
    successCodes {
      ...Code
    }
    followUpAddresses {
      standard {
        ...Items
      }
      codes {
        code {
          id
        }
        addresses {
          ...Items
        }
      }
    }
  }
}
    fragment Code on SuccessCode {
  id
  label
  goal {
    id
  }
  hint
  color
  hotKey
  retired
  retiredAt
}
fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
    }
  }
}`) as unknown as TypedDocumentString<GoalsQuery, GoalsQueryVariables>;
export const UsedDocument = new TypedDocumentString(`
    query Used($id: ID!) {
  campaign(id: $id) {
    successCodes {
      id
      used
    }
  }
}
    `) as unknown as TypedDocumentString<UsedQuery, UsedQueryVariables>;
export const CreateGoalDocument = new TypedDocumentString(`
    mutation CreateGoal($input: CreateGoalInput!) {
  createGoal(input: $input) {
    goal {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CreateGoalMutation, CreateGoalMutationVariables>;
export const UpdateGoalDocument = new TypedDocumentString(`
    mutation UpdateGoal($input: UpdateGoalInput!) {
  updateGoal(input: $input) {
    goal {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateGoalMutation, UpdateGoalMutationVariables>;
export const DeleteGoalDocument = new TypedDocumentString(`
    mutation DeleteGoal($input: DeleteGoalInput!) {
  deleteGoal(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<DeleteGoalMutation, DeleteGoalMutationVariables>;
export const OrderGoalsDocument = new TypedDocumentString(`
    mutation OrderGoals($input: OrderGoalsInput!) {
  orderGoals(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OrderGoalsMutation, OrderGoalsMutationVariables>;
export const CreateCodeDocument = new TypedDocumentString(`
    mutation CreateCode($input: CreateSuccessCodeInput!) {
  createSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCodeMutation, CreateCodeMutationVariables>;
export const UpdateCodeDocument = new TypedDocumentString(`
    mutation UpdateCode($input: UpdateSuccessCodeInput!) {
  updateSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<UpdateCodeMutation, UpdateCodeMutationVariables>;
export const RetireCodeDocument = new TypedDocumentString(`
    mutation RetireCode($input: RetireSuccessCodeInput!) {
  retireSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RetireCodeMutation, RetireCodeMutationVariables>;
export const RestoreCodeDocument = new TypedDocumentString(`
    mutation RestoreCode($input: RestoreSuccessCodeInput!) {
  restoreSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<RestoreCodeMutation, RestoreCodeMutationVariables>;
export const OrderCodesDocument = new TypedDocumentString(`
    mutation OrderCodes($input: OrderSuccessCodesInput!) {
  orderSuccessCodes(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<OrderCodesMutation, OrderCodesMutationVariables>;
export const ChangeGoalSettingsDocument = new TypedDocumentString(`
    mutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {
  updateGoalSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<ChangeGoalSettingsMutation, ChangeGoalSettingsMutationVariables>;