import{d as e,g as t,n,s as r}from"./base-CTmk8UTt.js";var i=t({english:{title:`#{number} · {visitor}`,visitor:`A visitor`,"link.copy":`Copy link`,"link.copied":`Copied`,"act.again":`Send again…`,"act.settle":`Settle…`,"act.release":`Release…`,"act.move":`Other codes…`,"ok.by":`OK by`,"waits.since":`Waits since`,"goes.byItself":`Goes by itself at`,"asks.at":`The chat vendor is asked again at`,"now.send":`Send now`,"now.sendTo":{one:`Send now to {count} address`,other:`Send now to {count} addresses`},"now.undo":`Undo the OK`,"late.text":`The chat went on: there is a newer version, which nobody was mailed.`,"late.others":`It would also go to`,"late.next":`Send again mails it.`,"transcript.title":`Transcript`,"transcript.partial":`The chat vendor did not give all of it: this is what came with the close.`,"transcript.empty":`No message is known.`,"transcript.fetched":`It is being fetched from the chat vendor.`,"transcript.starred":`The mail begins with this line`,"transcript.private":`private note`,"transcript.covered":`Covered in the mail`,"role.VISITOR":`the visitor`,"role.OPERATOR":`an operator`,"role.BOT":`a bot`,"role.SYSTEM":`the chat app`,"role.UNKNOWN":`somebody`,"why.title":`Why these recipients`,"why.codes":`Codes`,"why.undecided":`It is decided when it is sent.`,"why.different":`The table would decide otherwise today`,"why.would":`As the table is now, it would go to`,nobody:`Nobody gets it.`,"nobody.STANDARD_EMPTY":`Nobody: no address is named for chats without a code.`,"nobody.CODES_UNADDRESSED":`Nobody: no address is named for these codes.`,"verdict.NO_ADDRESS":`the table has no address for it`,"verdict.RETIRED":`not in use any more`,"verdict.UNKNOWN":`no code of this campaign`,"note.title":`Note`,"note.urgent":`Urgent`,"receipt.title":`Delivery`,"receipt.none":`No mail was made.`,"receipt.attempt":`(try {count})`,"receipt.next":`Next step at`,"receipt.resend":`An earlier answer was lost, so the mail may arrive twice.`,"receipt.replaced":`Another mail stands in for this one.`,"mail.FIRST":`First`,"mail.RESCUE":`Rescue`,"mail.ADDENDUM":`Addendum`,"mail.AGAIN":`Again`,"mail.frame":`The mail as mail programs show it`,"mail.download":`Download the source`,"mails.title":`The mail as sent`,look:`How it is shown`,"look.light":`As it looks`,"look.dark":`Dark`,"look.phone":`Phone`,"look.plain":`Plain text`,"look.source":`Source`,"facts.title":`The chat`,"facts.campaign":`Campaign`,"facts.source":`Source`,"facts.operators":`Answered by`,"facts.email":`E-mail`,"facts.phone":`Phone`,"facts.subject":`Subject`,"facts.department":`Department`,"facts.page":`Began on`,"facts.started":`Began`,"facts.closed":`Closed`,"facts.by":`by {role}`,"facts.segment":`Close of the conversation`,"facts.revision":`Version`,"history.title":`History`,"actor.PERSON":`a person`,"actor.TOKEN":`a program`,"actor.SHELL":`on the server`,"actor.SYSTEM":`Postchat`,"done.follow_up.submit":`pressed OK`,"done.follow_up.undo":`took the OK back`,"done.follow_up.change":`changed it`,"done.follow_up.move":`gave it other codes`,"done.follow_up.release":`released what was held`,"done.follow_up.send_again":`sent it again`,"done.follow_up.send_now":`sent it at once`,"done.follow_up.settle":`settled what was uncertain`},others:{de:()=>r(()=>import(`./de-BvXjEPY9.js`),[],import.meta.url),nl:()=>r(()=>import(`./nl-BrQqeXYo.js`),[],import.meta.url)}},n),a=e(i);function o(e,t){let[n,r]=e>=1e6?[`megabyte`,1e6]:e>=1e3?[`kilobyte`,1e3]:[`byte`,1];return new Intl.NumberFormat(t,{style:`unit`,unit:String(n),maximumFractionDigits:1}).format(e/Number(r))}var s=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},c=new s(`
    query FollowUp($number: Int!, $language: Language!) {
  followUpByNumber(number: $number) {
    id
    number
    state
    reason(language: $language)
    codes
    sendsAt
    waitsSince
    asksAt
    submittedAt
    submittedBy
    routedAt
    late
    campaign {
      id
      name
    }
    chat {
      ...ChatParts
    }
    submission {
      extraAddresses {
        email
      }
      note
      urgent
      operator
      starred
      covered {
        message
        start
        end
      }
      lifted {
        message
        start
        end
      }
    }
    suggestedCovers {
      message
      start
      end
      kind
    }
    decision {
      tableVersion
      ...DecisionParts
    }
    lateDecision {
      ...DecisionParts
    }
    receipt {
      ...DeliveryParts
    }
    mails {
      id
      kind
      subject
      createdAt
    }
    history {
      id
      at
      action
      detail
      actor {
        kind
        name
      }
    }
  }
}
    fragment ChatParts on Chat {
  id
  startedAt
  closedAt
  closedBy
  segment
  revision
  partial
  department
  subject
  page
  codes
  source {
    id
    name
  }
  visitor {
    name
    email
    phone
  }
  operators {
    name
  }
  custom {
    name
    value
  }
  transcript {
    key
    at
    role
    name
    text
    private
    event
    files {
      name
      url
      type
      size
    }
  }
}
fragment DecisionParts on Decision {
  recipients {
    address {
      name
      email
    }
    reasons {
      sentence(language: $language)
    }
  }
  codes {
    label
    outcome
  }
  notForwarded
}
fragment DeliveryParts on Delivery {
  id
  state
  recipient {
    name
    email
  }
  mail {
    id
    kind
  }
  words
  nextAt
  resend
  replacedBy {
    id
  }
  reasons {
    sentence(language: $language)
  }
  steps {
    at
    state
    attempt
    words
  }
}`),l=new s(`
    query Now($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
    ...DecisionParts
  }
}
    fragment DecisionParts on Decision {
  recipients {
    address {
      name
      email
    }
    reasons {
      sentence(language: $language)
    }
  }
  codes {
    label
    outcome
  }
  notForwarded
}`),u=new s(`
    query Mail($id: ID!) {
  node(id: $id) {
    ... on Mail {
      id
      messageId
      subject
      from
      source
      content {
        header {
          name
          value
        }
        plain
        html
        attachments {
          name
          type
          size
        }
      }
    }
  }
}
    `),d=new s(`
    mutation SendNow($input: SendFollowUpNowInput!) {
  sendFollowUpNow(input: $input) {
    followUp {
      id
    }
  }
}
    `),f=new s(`
    mutation Undo($input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `);export{f as a,a as c,d as i,u as n,o,l as r,i as s,c as t};