var e=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},t=new e(`
    query Audit($filter: AuditFilter, $after: String) {
  auditLog(filter: $filter, first: 50, after: $after) {
    nodes {
      ...Entry
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Entry on AuditEntry {
  id
  at
  action
  detail
  actor {
    kind
    id
    name
  }
  object {
    kind
    id
    name
  }
  campaign {
    id
    name
  }
}`),n=new e(`
    query Profile {
  viewer {
    person {
      ...ProfilePart
    }
  }
  sessions {
    ...SessionRow
  }
}
    fragment ProfilePart on Person {
  id
  name
  email
  language
  role
  campaigns {
    id
    name
  }
}
fragment SessionRow on Session {
  id
  createdAt
  seenAt
  browser
  network
  current
  source {
    id
    name
  }
}`),r=new e(`
    mutation UpdateProfile($input: UpdateProfileInput!) {
  updateProfile(input: $input) {
    person {
      id
      language
    }
  }
}
    `),i=new e(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    sessions {
      id
    }
  }
}
    `),a=new e(`
    mutation EndSession($input: EndSessionInput!) {
  endSession(input: $input) {
    sessions {
      id
    }
  }
}
    `),o=new e(`
    query Tokens {
  apiTokens {
    ...TokenRow
  }
  campaigns {
    id
    name
  }
}
    fragment TokenRow on ApiToken {
  id
  name
  prefix
  permissions
  campaigns {
    id
    name
  }
  createdAt
  expiresAt
  revokedAt
  lastUsedAt
}`),s=new e(`
    mutation CreateToken($input: CreateApiTokenInput!) {
  createApiToken(input: $input) {
    apiToken {
      id
    }
    secret
  }
}
    `),c=new e(`
    mutation RevokeToken($input: RevokeApiTokenInput!) {
  revokeApiToken(input: $input) {
    apiToken {
      id
    }
  }
}
    `);export{n as a,r as c,a as i,i as n,c as o,s as r,o as s,t};