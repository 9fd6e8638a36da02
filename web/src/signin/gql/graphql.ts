/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A window that waits for a code. */
export type CreatePanelCodeInput = {
  /** What the window made up and tells nobody but this: 22 to 128 characters of base64url, all of them random. */
  nonce: string;
  /** The source whose window it is. */
  source: string | number;
};

/** A window to sign in at. */
export type CreatePanelTokenInput = {
  /** The source whose window it is. */
  source: string | number;
};

export type CreatePanelTokenMutationVariables = Exact<{
  input: CreatePanelTokenInput;
}>;


export type CreatePanelTokenMutation = { createPanelToken: { token: string, expiresAt: string } | null };

export type CreatePanelCodeMutationVariables = Exact<{
  input: CreatePanelCodeInput;
}>;


export type CreatePanelCodeMutation = { createPanelCode: { code: string, expiresAt: string } | null };

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

export const CreatePanelTokenDocument = new TypedDocumentString(`
    mutation CreatePanelToken($input: CreatePanelTokenInput!) {
  createPanelToken(input: $input) {
    token
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreatePanelTokenMutation, CreatePanelTokenMutationVariables>;
export const CreatePanelCodeDocument = new TypedDocumentString(`
    mutation CreatePanelCode($input: CreatePanelCodeInput!) {
  createPanelCode(input: $input) {
    code
    expiresAt
  }
}
    `) as unknown as TypedDocumentString<CreatePanelCodeMutation, CreatePanelCodeMutationVariables>;