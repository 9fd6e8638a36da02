import{d as e,s as t}from"./base-CTmk8UTt.js";var n=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},r=new n(`
    query Outbox($after: String) {
  mails(first: 25, after: $after) {
    nodes {
      ...MailRow
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment MailRow on Mail {
  id
  kind
  subject
  createdAt
  deliveries {
    id
    recipient {
      email
      name
    }
  }
  followUp {
    id
    number
  }
}`),i=new n(`
    query OutboxMail($id: ID!) {
  node(id: $id) {
    ... on Mail {
      id
      content {
        plain
        html
      }
    }
  }
}
    `),a=e({english:{title:`Outbox`,kept:`No mail provider is set: mails are kept here, and nobody was mailed. They are not sent later by themselves.`,sends:`A mail provider is set, so no mail is kept here. What became of each mail is with its follow-up.`,toFollowUps:`Go to the follow-ups`,empty:`No mails yet. The first one appears here when a chat is closed and sent.`,try:`Try it with a pretend chat`,pages:`Older and newer`,newest:`Newest`,older:`Older`,"kind.FIRST":`Follow-up`,"kind.RESCUE":`Rescue, because an address refused it`,"kind.ADDENDUM":`Addendum`,"kind.AGAIN":`Sent again`,followUp:`Follow-up #{number}`,to:`To`,show:`Show the mail`,hide:`Hide the mail`,look:`How the mail is shown`,"look.light":`Light`,"look.dark":`Dark`,"look.phone":`Phone`,"look.plain":`Plain text`,frame:`The mail`,source:`Download the mail as it is`},others:{de:()=>t(()=>import(`./de-Ct5ZEtYL.js`),[],import.meta.url),nl:()=>t(()=>import(`./nl-B10CEjq4.js`),[],import.meta.url)}});export{r as n,i as r,a as t};