import{d as e,g as t,n,s as r}from"./base-CTmk8UTt.js";var i=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},a=new i(`
    query ToBeCoded($uncoded: FollowUpFilter) {
  followUps(
    first: 50
    oldestFirst: true
    filter: {states: [AWAITING_CODE, AWAITING_OK]}
  ) {
    nodes {
      ...Waiting
    }
    pageInfo {
      hasNextPage
    }
  }
  followUpCounts(filter: {states: [AWAITING_CODE, AWAITING_OK]}) {
    state
    count
  }
  uncoded: followUps(first: 25, filter: $uncoded) {
    nodes {
      id
      number
      state
      codes
      campaign {
        id
        name
      }
      chat {
        id
        closedAt
        codes
        visitor {
          name
          email
          phone
        }
        operators {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    fragment Waiting on FollowUp {
  id
  number
  state
  codes
  waitsSince
  sendsAt
  submission {
    note
    urgent
  }
  campaign {
    ...CampaignParts
  }
  chat {
    id
    closedAt
    visitor {
      name
      email
      phone
    }
    operators {
      name
    }
  }
}
fragment CampaignParts on Campaign {
  id
  name
  goalSettings {
    allowMultiple
    requireCode
    undoDelay
  }
  successCodes {
    id
    label
    hint
    color
    hotKey
    retired
  }
}`),o=new i(`
    query Said($id: ID!) {
  followUp(id: $id) {
    id
    chat {
      id
      transcript {
        key
        at
        role
        name
        text
        private
        event
      }
    }
  }
}
    `),s=new i(`
    query Standing($followUp: ID!) {
  panel(followUp: $followUp) {
    version
    submittedAt
    submittedBy
    submission {
      codes
      extraAddresses {
        text
      }
      note
      urgent
    }
    vendorCodes
    campaign {
      ...CampaignParts
    }
  }
}
    fragment CampaignParts on Campaign {
  id
  name
  goalSettings {
    allowMultiple
    requireCode
    undoDelay
  }
  successCodes {
    id
    label
    hint
    color
    hotKey
    retired
  }
}`),c=new i(`
    query GoesTo($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    recipients {
      address {
        email
      }
      reasons {
        sentence(language: $language)
      }
    }
    notForwarded
  }
}
    `),l=new i(`
    mutation GiveOK($input: SubmitFollowUpInput!) {
  submitFollowUp(input: $input) {
    followUp {
      id
      number
    }
    decision {
      recipients {
        address {
          email
        }
      }
    }
    sendsAt
  }
}
    `),u=new i(`
    mutation TakeOKBack($input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `),d=t({english:{"coding.title":`To be coded`,"coding.waiting":`Chats that wait`,"coding.count":{one:`{count} chat waits for a code or an OK.`,other:`{count} chats wait for a code or an OK.`},"coding.oldest":{one:`Only the {count} oldest is shown.`,other:`Only the {count} oldest are shown.`},"coding.empty":`Nothing to be done: each chat that waits for a person comes up here.`,"coding.all":`See all follow-ups`,visitor:`A visitor`,since:`since`,until:`goes by itself at`,read:`Read the chat`,"read.nothing":`No message is known.`,ok:`OK, send`,"ok.done":`#{number} goes to {emails}`,"ok.nobody":`#{number} goes to nobody`,"ok.submitted":`{name} has pressed OK already.`,goesTo:`Goes to`,nobody:`Goes to nobody.`,"nobody.STANDARD_EMPTY":`Goes to nobody: no address is named for chats without a code.`,"nobody.CODES_UNADDRESSED":`Goes to nobody: no address is named for these codes.`,"uncoded.title":`Without a code this week`,"uncoded.text":`These were sent on, or to nobody, without a code that counts. It can be given afterwards; nobody is mailed unasked.`,"uncoded.give":`Give a code…`,"uncoded.more":`See all of them`,"form.title":`Codes and OK`,"form.codes":`Success codes`,"form.required":`required`,"form.note":`Note`,"form.noteHint":`On top of the mail. The visitor does not see it.`,"form.urgent":`Urgent`,"keys.next":`Next chat`,"keys.previous":`Previous chat`,"keys.open":`Open it`,"keys.codes":`Give the chat that code`},others:{de:()=>r(()=>import(`./de-D-y2FW44.js`),[],import.meta.url),nl:()=>r(()=>import(`./nl-sXFkh8CA.js`),[],import.meta.url)}},n),f=e(d);export{s as a,o as i,l as n,u as o,c as r,a as s,f as t};