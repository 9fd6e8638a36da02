import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{C as t,S as n,_ as r,a as i,d as a,g as o,i as s,l as c,n as l,o as u,r as d,s as f,t as p,u as m,v as h,y as g}from"./base-CTmk8UTt.js";import{i as _,r as v}from"./react-AyOTluXZ.js";import{n as y,t as b}from"./live-DcFjjTMY.js";import{n as x,t as ee}from"./pick-HS4siG6R.js";import{t as te}from"./Choice-DjXaDBlZ.js";import{t as S}from"./useAnswer-Dzc_GWob.js";import{n as ne,r as re,t as ie}from"./covers-DdPW_TXO.js";import{r as ae}from"./host-CqvRCjCi.js";var C=e(_(),1),w={codes:null,extra:[],note:``,urgent:!1,starred:[],covered:[],lifted:[]};function oe({codes:e,extraAddresses:t,note:n,urgent:r,starred:i,covered:a,lifted:o}){return{codes:e,extra:t.map(e=>e.text),note:n,urgent:r,starred:i,covered:a.map(T),lifted:o.map(T)}}var T=({message:e,start:t,end:n})=>({message:e,start:t,end:n});function E({extra:e,...t}){return{...t,extraAddresses:e.join(`; `)}}var D=(e,t)=>JSON.stringify(e)===JSON.stringify(t);function O(e,t,n){return e===`note`?t.note.trim()===n.note.trim():D(t[e],n[e])}var k=Object.keys(w),A=(e,t)=>k.every(n=>O(n,e,t));function se(e,t,n){let r=n=>O(n,e,t),i=k.filter(i=>!ce(i)&&!r(i)&&!O(i,e,n)&&!O(i,t,n));return{draft:{codes:r(`codes`)?n.codes:t.codes,note:r(`note`)&&e.note!==n.note&&t.note.trim()!==n.note?n.note:t.note,urgent:r(`urgent`)?n.urgent:t.urgent,extra:j(e.extra,t.extra,n.extra),starred:j(e.starred,t.starred,n.starred),covered:j(e.covered,t.covered,n.covered),lifted:j(e.lifted,t.lifted,n.lifted)},clashes:i}}var ce=e=>Array.isArray(w[e]);function j(e,t,n){if(D(e,t))return n;let r=(e,t)=>e.some(e=>D(e,t)),i=t.filter(t=>!r(e,t)&&!r(n,t));return[...n.filter(n=>r(t,n)||!r(e,n)),...i]}var M=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},le=new M(`
    query Me {
  viewer {
    name
    person {
      language
    }
  }
}
    `),ue=new M(`
    mutation SignOut {
  signOut(input: {}) {
    ended
  }
}
    `),de=new M(`
    mutation RedeemCode($input: RedeemPanelCodeInput!) {
  redeemPanelCode(input: $input) {
    token
  }
}
    `),fe=new M(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `),pe=new M(`
    query ToBeCoded($first: Int!) {
  followUps(
    first: $first
    oldestFirst: true
    filter: {states: [AWAITING_OK, AWAITING_CODE]}
  ) {
    nodes {
      id
      number
      state
      waitsSince
      sendsAt
      campaign {
        name
      }
      chat {
        closedAt
        visitor {
          name
          email
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
}
    `),me=new M(`
    subscription FollowUpsChanged {
  followUpsChanged {
    cursor
  }
}
    `),he=new M(`
    query Preview($input: PreviewMailInput!) {
  previewMail(input: $input) {
    subject
    from
    replyTo
    content {
      plain
      html
    }
  }
}
    `),ge=new M(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      text
    }
  }
}
    `),_e=new M(`
    query CanClose($conversation: ConversationInput!) {
  canClose(conversation: $conversation) {
    canClose
  }
}
    `),ve=new M(`
    query Panel($language: Language!, $conversation: ConversationInput, $followUp: ID) {
  panel(conversation: $conversation, followUp: $followUp) {
    ...PanelParts
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),ye=new M(`
    subscription PanelChanged($language: Language!, $conversation: ConversationInput, $followUp: ID) {
  panelChanged(conversation: $conversation, followUp: $followUp) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),be=new M(`
    mutation SaveDraft($language: Language!, $input: SaveDraftInput!) {
  saveDraft(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),N=new M(`
    mutation Submit($language: Language!, $input: SubmitFollowUpInput!) {
  submitFollowUp(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),xe=new M(`
    mutation Undo($language: Language!, $input: UndoFollowUpInput!) {
  undoFollowUp(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`),Se=new M(`
    mutation SendNow($language: Language!, $input: SendFollowUpNowInput!) {
  sendFollowUpNow(input: $input) {
    panel {
      ...PanelParts
    }
  }
}
    fragment PanelParts on Panel {
  conversationId
  stage
  version
  submittedAt
  submittedBy
  sendsAt
  vendorCodes
  campaign {
    id
    name
    goalSettings {
      allowMultiple
      requireCode
      mode
    }
    successCodes {
      id
      label
      hint
      color
      hotKey
      retired
    }
  }
  chat {
    id
    closedAt
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversation {
    page
    visitor {
      ...VisitorParts
    }
    transcript {
      ...MessageParts
    }
  }
  conversationProblem
  followUp {
    ...FollowUpParts
    suggestedCovers {
      message
      start
      end
      kind
    }
  }
  earlier {
    ...FollowUpParts
  }
  submission {
    codes
    extraAddresses {
      text
    }
    note
    urgent
    operator
    starred
    covered {
      message
      start
      end
      by
    }
    lifted {
      message
      start
      end
    }
  }
  envelope {
    recipients {
      address {
        name
        email
        text
      }
      reasons {
        sentence(language: $language)
      }
      firstTime
      outside
      extra
    }
    codes {
      label
      outcome
    }
    notForwarded
    problems {
      rule
      message
    }
  }
}
fragment VisitorParts on Visitor {
  name
  email
  phone
}
fragment MessageParts on Message {
  key
  at
  role
  name
  text
  private
  event
  files {
    name
  }
}
fragment FollowUpParts on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  routedAt
  submission {
    note
    urgent
    operator
  }
  decision {
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
      text
    }
    words
    nextAt
    updatedAt
    reasons {
      sentence(language: $language)
    }
    steps {
      at
      state
      words
    }
  }
}`);function Ce(e,t,r){let i={token:t},a=async()=>(await n(ve,{...e,language:r},i)).panel;return{load:a,save:async(t,o,s)=>(await n(be,{language:r,input:{...e,version:t,...E(o)}},{...i,last:s})).saveDraft?.panel??a(),submit:async(t,o,s)=>(await n(N,{language:r,input:{...e,version:t,...E(o),idempotencyKey:s}},i)).submitFollowUp?.panel??a(),undo:async()=>(await n(xe,{language:r,input:e},i)).undoFollowUp?.panel??a(),sendNow:async(e,t)=>(await n(Se,{language:r,input:{followUp:e,idempotencyKey:t}},i)).sendFollowUpNow?.panel??a(),sendAgain:async(e,t,r)=>(await n(fe,{input:{followUp:e,to:`OTHERS`,addresses:t,idempotencyKey:r}},i),a()),watch:({next:n,refused:i,status:a})=>y(ye,{...e,language:r},{token:t,next:e=>n(e.panelChanged.panel),refused:i,status:a})}}var P=o({english:{"panel.title":`Follow-up`,"panel.openAChat":`Open a chat to begin`,"panel.openAChatMore":`The chat that is open in your chat app shows up here by itself.`,"panel.loading":`One moment…`,"panel.visitor":`Visitor`,"panel.chatOpen":`Chat open`,"panel.live.reconnecting":`Connecting again…`,"panel.dismiss":`Dismiss`,"signedOut.lead":`Sign in once to give chats their codes and send them on.`,"signedOut.ended":`Your sign-in has ended. What you wrote is kept.`,"signedOut.button":`Sign in`,"signedOut.pending":`Sign in in the window that has opened.`,"signedOut.blocked":`The browser has opened no window.`,"signedOut.open":`Open the sign-in page`,"signedOut.code":`Code that the page shows`,"signedOut.codeHint":`Only where the page shows one.`,"signedOut.codeButton":`Use the code`,"account.name":`Signed in as {name}`,"account.signOut":`Sign out`,"list.title":`Waiting chats`,"list.count":{one:`{count} chat waits`,other:`{count} chats wait`},"list.empty":`No chat waits for anybody.`,"list.more":{one:`Only the {count} oldest are shown.`,other:`Only the {count} oldest are shown.`},"list.until":`by itself at {time}`,"list.since":`since {time}`,"list.back":`All waiting chats`,"codes.title":`Success codes`,"codes.titleOne":`Success code`,"codes.required":`required`,"codes.several":`one or more`,"codes.vendor":`From the chat app: {codes}`,"codes.useVendor":`Use the chat app’s: {codes}`,"codes.unknown":`{code} is no code of this campaign.`,"codes.retired":`{code} is not in use any more.`,"codes.none":`This campaign has no codes yet.`,"envelope.title":`Goes to`,"envelope.summary":{one:`Goes to {count} address: {addresses}`,other:`Goes to {count} addresses: {addresses}`},"envelope.nobody":`Goes to nobody`,"envelope.STANDARD_EMPTY":`Nobody is named for chats without a code.`,"envelope.CODES_UNADDRESSED":`Nobody is named for these codes.`,"envelope.firstTime":`first time`,"envelope.outside":`outside your company`,"envelope.remove":`Remove {address}`,"envelope.add":`Add an address`,"envelope.addButton":`Add`,"note.title":`Note`,"note.placeholder":`On top of the mail. The visitor does not see it.`,"note.left":{one:`{count} character left`,other:`{count} characters left`},"note.over":{one:`{count} character too many`,other:`{count} characters too many`},"note.urgent":`Urgent`,"transcript.title":`Transcript`,"transcript.messages":{one:`{count} message`,other:`{count} messages`},"transcript.starred":{one:`{count} starred`,other:`{count} starred`},"transcript.covered":{one:`{count} covered`,other:`{count} covered`},"transcript.star":`Begin the mail with this line`,"transcript.private":`private note`,"transcript.file":`File: {name}`,"transcript.empty":`No message is known yet.`,"cover.mode":`Cover words`,"cover.help":`Press the words to cover. With the keyboard: arrows move, space covers. The mail has black in their place.`,"cover.selection":`Cover the selection`,"cover.on":`Covered in the mail: {text}`,"cover.off":`Not covered: {text}`,"cover.CARD":`Looks like a card number. Press to leave it readable.`,"cover.IBAN":`Looks like an account number. Press to leave it readable.`,"cover.SECURITY_CODE":`Looks like a card’s security code. Press to leave it readable.`,"preview.title":`Preview of the mail`,"preview.subject":`Subject`,"preview.from":`From`,"preview.replyTo":`Replies go to`,"preview.html":`As it looks`,"preview.plain":`Plain text`,"ok.button":`OK, send`,"ok.open":`OK, send when the chat closes`,"ok.sending":`One moment…`,"wait.hold":`Goes by itself in {time}.`,"wait.limit":`Waits for OK until {time}, then goes as it is.`,"wait.code":`Waits for a code until {time}, then goes without.`,"wait.transcript":`The transcript is still being fetched.`,"wait.reopened":`The chat was opened again; its next close counts.`,"wait.open":`What you choose is kept until the chat closes.`,"sending.in":`Sending to {count} in {seconds} s`,"sending.now":`Sending to {count}…`,"sending.open":`Goes to {count} when the chat closes`,"sending.transcript":`Goes to {count} once the transcript is here`,"sending.nobody":`Closing without a mail…`,"sending.by":`OK by {name}`,"sending.undo":`Undo`,"sending.sendNow":`Send now`,"sending.kept":`OK pressed. It can be undone.`,"sending.undone":`Undone. Nothing was sent.`,"receipt.title":`Receipt`,"receipt.number":`Follow-up {number}`,"receipt.nobody":`Nobody was mailed.`,"receipt.history":`History`,"receipt.nextTry":`next try {time}`,"receipt.another":`Send to another address`,"receipt.send":`Send`,"receipt.details":`What was sent`,"earlier.title":`This conversation was sent before`,"next.prepare":`Prepare the next`,"next.hint":`For when the conversation goes on and closes again.`,"save.saved":`Saved`,"save.unsaved":`Not saved yet`,"save.saving":`Saving…`,"save.away":`The server does not answer. What you wrote is kept here and saved as soon as it does.`,"keys.title":`Keys`,"keys.on":`Hot-keys`,"keys.codes":`codes`,"keys.note":`note`,"keys.address":`address`,"keys.ok":`OK`,late:`This came too late and is not in the mail:`,clash:`Somebody else changed this too, and what you wrote is kept: {fields}`,"field.codes":`codes`,"field.extra":`addresses`,"field.note":`note`,"field.urgent":`urgent`,"field.starred":`stars`,"field.covered":`covered text`,"field.lifted":`lifted covers`,"rule.code_required":`Pick a code first: this campaign requires one.`,"rule.one_code":`Pick one code only.`,"rule.unknown_code":`One of the codes is not in use any more.`,"rule.changed":`Somebody else changed this meanwhile. Look at it, then press OK again.`,"rule.submitted":`Somebody else pressed OK already.`,"rule.settled":`It was sent before.`,"rule.nothing_to_undo":`There is nothing to undo any more.`,"rule.address":`This is no e-mail address.`,"problem.unreachable":`The server does not answer. Try again in a moment.`,"problem.INTERNAL":`Something went wrong on the server. Try again.`,"problem.BUSY":`Too many tries. Wait a little.`,"problem.NOT_FOUND":`Nothing is known of this chat here.`,"problem.DENIED":`You may not do this here.`},others:{de:()=>f(()=>import(`./de-gufoINeV.js`),[],import.meta.url),nl:()=>f(()=>import(`./nl-D8hszCnZ.js`),[],import.meta.url)}},l),F=a(P),I=e=>Object.hasOwn(P.english,e);function L(e,t){if(e instanceof h){let n=[`rule.${e.rule}`,`problem.${e.code}`].find(I);return n?t(n):e.message}return e instanceof g?t(`problem.unreachable`):t(`problem.INTERNAL`)}function we({rule:e,message:t},n){let r=`rule.${e}`;return I(r)?n(r):t}function R(e){let[,n]=(0,C.useState)(0),r=e===null?null:Math.max(0,Math.ceil((Date.parse(e)-t())/1e3)),i=r!==null&&r>0;return(0,C.useEffect)(()=>{if(!i)return;let e=setInterval(()=>n(e=>e+1),250);return()=>clearInterval(e)},[i]),r}var z=v();function Te({panel:e,store:t,state:n,main:r,ready:i}){let{t:a}=F(),o=R(e.sendsAt),s=e.envelope.recipients.length,c=e.followUp?.state===`AWAITING_TRANSCRIPT`,l=e.sendsAt&&e.submittedAt?(Date.parse(e.sendsAt)-Date.parse(e.submittedAt))/1e3:0,u=n.wish!==null;return(0,z.jsxs)(`div`,{className:`sending`,children:[(0,z.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:a(`sending.kept`)}),o!==null&&l>0&&(0,z.jsx)(`div`,{className:`progress`,children:(0,z.jsx)(`span`,{style:{"--part":Math.min(1,o/l)}})}),(0,z.jsxs)(`div`,{className:`sending-line`,children:[(0,z.jsxs)(`p`,{className:`sending-words`,children:[(0,z.jsx)(`strong`,{children:e.stage===`OPEN`?a(`sending.open`,{count:s}):c?a(`sending.transcript`,{count:s}):s===0?a(`sending.nobody`):o?a(`sending.in`,{count:s,seconds:o}):a(`sending.now`,{count:s})}),e.submittedBy&&(0,z.jsx)(`span`,{className:`small muted`,children:(0,z.jsx)(`bdi`,{children:a(`sending.by`,{name:e.submittedBy})})})]}),(0,z.jsxs)(`div`,{className:`row`,children:[(0,z.jsx)(`button`,{ref:r,type:`button`,className:`button`,disabled:!i,"aria-disabled":u,onClick:()=>void t.undo(),children:a(`sending.undo`)}),e.followUp&&(0,z.jsx)(`button`,{type:`button`,className:`button primary`,disabled:!i,"aria-disabled":u,onClick:()=>void t.sendNow(),children:a(`sending.sendNow`)})]})]})]})}function B(e,t,n=new Date){let r=new Date(e),i=r.toDateString()===n.toDateString();return new Intl.DateTimeFormat(t,i?{timeStyle:`short`}:{dateStyle:`medium`,timeStyle:`short`}).format(r)}function Ee(e){let t=[Math.floor(e/60)%60,e%60].map(e=>String(e).padStart(2,`0`)),n=Math.floor(e/3600);return n>0?[n,...t].join(`:`):t.join(`:`).replace(/^0/,``)}function De({panel:e,store:t,state:n}){let{t:r}=F(),i=(0,C.useRef)(null),a=e.submittedAt!==null,{ready:o,changed:s}=Ae(i,a),c=r(n.wish===`ok`?`ok.sending`:e.stage===`OPEN`?`ok.open`:`ok.button`);return(0,z.jsxs)(`footer`,{className:`footer`,children:[(0,z.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:s&&!a&&r(`sending.undone`)}),(0,z.jsx)(je,{store:t,state:n}),a?(0,z.jsx)(Te,{panel:e,store:t,state:n,main:i,ready:o}):(0,z.jsxs)(z.Fragment,{children:[(0,z.jsxs)(`p`,{className:`footer-line small muted`,children:[(0,z.jsx)(Me,{panel:e,told:n.problem!==null}),(0,z.jsx)(`span`,{className:`saved`,"aria-live":`polite`,children:n.saving===`away`?null:Oe(n,e.version,r)})]}),(0,z.jsxs)(`button`,{ref:i,type:`button`,className:`button primary wide`,"aria-keyshortcuts":`Control+Enter`,disabled:!o,"aria-disabled":n.wish!==null,onClick:()=>void t.ok(),children:[c,(0,z.jsx)(`span`,{className:`key`,"aria-hidden":`true`,children:`Ctrl ⏎`})]})]})]})}var Oe=(e,t,n)=>e.saving===`saved`?t>0?n(`save.saved`):``:n(`save.${e.saving}`),ke=400;function Ae(e,t){let[n,r]=(0,C.useState)(t),i=(0,C.useRef)(!1),a=n===t;return(0,C.useEffect)(()=>{if(a)return;i.current=!0;let e=setTimeout(()=>r(t),ke);return()=>clearTimeout(e)},[a,t]),(0,C.useEffect)(()=>{a&&i.current&&document.activeElement===document.body&&e.current?.focus()},[a,e]),{ready:a,changed:i.current}}function je({store:e,state:t}){let{t:n}=F(),r=t.clashes.map(e=>n(`field.${e}`)).join(`, `);return t.saving===`away`?(0,z.jsx)(`p`,{className:`trouble`,role:`alert`,children:n(`save.away`)}):!t.problem&&t.clashes.length===0&&!t.late?null:(0,z.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[(0,z.jsxs)(`div`,{children:[(t.problem||r)&&(0,z.jsx)(`p`,{children:t.problem?L(t.problem,n):n(`clash`,{fields:r})}),(0,z.jsx)(V,{note:t.late})]}),(0,z.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>e.dismiss(),"aria-label":n(`panel.dismiss`),title:n(`panel.dismiss`),children:(0,z.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function V({note:e}){let{t}=F();return e?(0,z.jsxs)(`p`,{children:[t(`late`),` `,(0,z.jsx)(`q`,{dir:`auto`,children:e})]}):null}function Me({panel:e,told:t}){let{t:n,language:r}=F(),i=R(e.sendsAt),a=e.envelope.problems[0],{followUp:o,sendsAt:s}=e;if(a)return t?(0,z.jsx)(`span`,{}):(0,z.jsx)(`span`,{className:`warning`,children:we(a,n)});if(!o)return(0,z.jsx)(`span`,{children:n(`wait.open`)});let c=s?B(s,r):``;switch(o.state){case`AWAITING_TRANSCRIPT`:return(0,z.jsxs)(`span`,{children:[n(`wait.transcript`),` `,(0,z.jsx)(`bdi`,{children:d(o.reason)})]});case`AWAITING_CODE`:return(0,z.jsx)(`span`,{children:c&&n(`wait.code`,{time:c})});case`AWAITING_OK`:return(0,z.jsx)(`span`,{children:c&&n(`wait.limit`,{time:c})});default:return(0,z.jsx)(`span`,{children:i===null?n(`wait.reopened`):n(`wait.hold`,{time:Ee(i)})})}}var H=e=>e.map(({sentence:e})=>e).join(` · `);function Ne({panel:e,store:t,state:n,onNext:r}){let{t:i}=F(),a=(0,C.useRef)(null);(0,C.useEffect)(()=>{document.activeElement===document.body&&a.current?.focus({preventScroll:!0})},[]);let{followUp:o}=e;return o?(0,z.jsxs)(`div`,{className:`form`,children:[(0,z.jsxs)(`section`,{className:`receipt`,"aria-labelledby":`receipt`,children:[(0,z.jsx)(`h2`,{id:`receipt`,ref:a,tabIndex:-1,children:i(`receipt.title`)}),(0,z.jsx)(U,{followUp:o})]}),(n.problem||n.late)&&(0,z.jsxs)(`div`,{className:`trouble`,role:`alert`,children:[n.problem&&(0,z.jsx)(`p`,{children:L(n.problem,i)}),(0,z.jsx)(V,{note:n.late})]}),(0,z.jsx)(Fe,{followUp:o.id,store:t,busy:n.wish!==null}),(0,z.jsx)(Ie,{followUp:o}),r&&(0,z.jsxs)(`p`,{className:`next`,children:[(0,z.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:i(`next.prepare`)}),(0,z.jsx)(`span`,{className:`small muted`,children:i(`next.hint`)})]})]}):null}function U({followUp:e}){let{t}=F();return e.receipt.length===0?(0,z.jsxs)(`p`,{className:`nobody`,role:`status`,children:[(0,z.jsx)(`strong`,{children:t(`receipt.nobody`)}),(0,z.jsx)(`span`,{className:`small muted`,children:e.decision?.notForwarded?t(`envelope.${e.decision.notForwarded}`):e.reason})]}):(0,z.jsx)(`ul`,{className:`recipients`,"aria-live":`polite`,"aria-relevant":`additions text`,children:e.receipt.map(e=>(0,z.jsx)(Pe,{delivery:e},e.id))})}function Pe({delivery:e}){let{t,language:n}=F(),{recipient:r,state:a,words:o,reasons:c,nextAt:l,steps:u}=e;return(0,z.jsxs)(`li`,{className:`delivery`,children:[(0,z.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,z.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,z.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,z.jsx)(s,{tone:i(a),children:t(`delivery.${a}`)}),(0,z.jsx)(`span`,{className:`recipient-why small muted`,children:H(c)}),o&&(0,z.jsx)(`span`,{className:`server-words small`,dir:`auto`,children:d(o)}),l&&(0,z.jsx)(`span`,{className:`recipient-why small muted`,children:t(`receipt.nextTry`,{time:B(l,n)})}),u.length>0&&(0,z.jsxs)(`details`,{className:`steps small`,children:[(0,z.jsx)(`summary`,{children:t(`receipt.history`)}),(0,z.jsx)(`ol`,{children:u.map(e=>(0,z.jsxs)(`li`,{children:[(0,z.jsx)(`time`,{dateTime:e.at,children:new Intl.DateTimeFormat(n,{timeStyle:`medium`}).format(new Date(e.at))}),` `,t(`delivery.${e.state}`),e.words&&(0,z.jsx)(`span`,{className:`server-words`,dir:`auto`,children:d(e.words)})]},`${e.at} ${e.state}`))})]})]})}function Fe({followUp:e,store:t,busy:n}){let{t:r}=F(),[i,a]=(0,C.useState)(``),o=(0,C.useId)();return(0,z.jsxs)(`form`,{className:`another`,onSubmit:async n=>{n.preventDefault(),await t.sendAgain(e,i)&&a(``)},children:[(0,z.jsx)(`label`,{htmlFor:o,children:r(`receipt.another`)}),(0,z.jsxs)(`div`,{className:`row`,children:[(0,z.jsx)(`input`,{id:o,className:`input`,inputMode:`email`,autoComplete:`off`,dir:`auto`,value:i,onChange:e=>a(e.target.value)}),(0,z.jsx)(`button`,{type:`submit`,className:`button`,disabled:i.trim()===``||n,children:r(`receipt.send`)})]})]})}function Ie({followUp:e}){let{t}=F(),{submission:n,codes:r}=e;return r.length===0&&n.note===``&&!n.urgent?null:(0,z.jsxs)(`section`,{className:`sent`,"aria-labelledby":`sent`,children:[(0,z.jsx)(`h2`,{id:`sent`,children:t(`receipt.details`)}),r.length>0&&(0,z.jsxs)(`p`,{className:`chips`,children:[r.map(e=>(0,z.jsx)(`bdi`,{className:`chip`,children:d(e)},e)),n.urgent&&(0,z.jsx)(`span`,{className:`chip bad`,children:t(`note.urgent`)})]}),n.note&&(0,z.jsx)(`p`,{className:`sent-note`,dir:`auto`,children:d(n.note)})]})}function Le({followUp:e}){let{t}=F();return(0,z.jsxs)(`details`,{className:`more earlier`,children:[(0,z.jsxs)(`summary`,{children:[t(`earlier.title`),` `,(0,z.jsxs)(`span`,{className:`muted small`,children:[t(`receipt.number`,{number:`#${e.number}`}),` ·`,` `,(0,z.jsx)(s,{tone:i(e.state),children:t(`state.${e.state}`)})]})]}),(0,z.jsx)(`div`,{className:`more-body`,children:(0,z.jsx)(U,{followUp:e})})]})}function W({session:e,before:t}){let{t:n}=F(),r=async()=>{await t?.(),e.signOut()};return(0,z.jsxs)(`p`,{className:`account small muted`,children:[e.name&&(0,z.jsx)(`bdi`,{children:n(`account.name`,{name:e.name})}),(0,z.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>void r(),children:n(`account.signOut`)})]})}function Re({panel:e,codes:t,digits:n,draft:r,edit:i}){let{t:a}=F(),{allowMultiple:o,requireCode:s}=e.campaign.goalSettings,c=r.codes??e.vendorCodes,l=e.envelope.codes.filter(({outcome:e})=>e===`UNKNOWN`||e===`RETIRED`);return(0,z.jsxs)(`fieldset`,{className:`codes`,children:[(0,z.jsxs)(`legend`,{children:[a(o?`codes.title`:`codes.titleOne`),(0,z.jsxs)(`span`,{className:`muted small`,children:[s&&` · ${a(`codes.required`)}`,o&&` · ${a(`codes.several`)}`]})]}),t.length===0&&(0,z.jsx)(`p`,{className:`muted`,children:a(`codes.none`)}),(0,z.jsx)(`div`,{className:t.some(({hint:e})=>e)?`choices hinted`:`choices`,children:t.map(({id:e,label:t,hint:r,color:a})=>(0,z.jsx)(te,{label:t,hint:r,color:a,digit:n.get(t)??``,several:o,name:`code`,checked:c.includes(t),onPick:()=>i({codes:x(t,c,o)})},e))}),e.vendorCodes.length>0&&(0,z.jsx)(`p`,{className:`small muted`,children:r.codes===null?a(`codes.vendor`,{codes:e.vendorCodes.map(d).join(`, `)}):(0,z.jsx)(`button`,{type:`button`,className:`link`,onClick:()=>i({codes:null}),children:a(`codes.useVendor`,{codes:e.vendorCodes.map(d).join(`, `)})})}),l.map(({label:e,outcome:t})=>(0,z.jsx)(`p`,{className:`small warning`,children:a(t===`RETIRED`?`codes.retired`:`codes.unknown`,{code:d(e)})},e))]})}function ze({panel:e,state:t,store:n,token:r,input:i}){let{t:a}=F(),{recipients:o,notForwarded:s}=e.envelope,c=e=>n.edit({extra:t.draft.extra.filter(t=>t!==e)}),l=o.length>0?a(`envelope.summary`,{count:o.length,addresses:o.map(({address:e})=>e.email).join(`, `)}):a(`envelope.nobody`);return(0,z.jsxs)(`section`,{className:`envelope`,"aria-labelledby":`goes-to`,children:[(0,z.jsx)(`h2`,{id:`goes-to`,children:a(`envelope.title`)}),(0,z.jsx)(`p`,{className:`visually-hidden`,role:`status`,children:l}),o.length===0?(0,z.jsxs)(`p`,{className:`nobody`,children:[(0,z.jsx)(`strong`,{children:a(`envelope.nobody`)}),s&&(0,z.jsx)(`span`,{className:`small muted`,children:a(`envelope.${s}`)})]}):(0,z.jsx)(`ul`,{className:`recipients`,children:o.map(e=>(0,z.jsx)(Be,{recipient:e,onRemove:c},e.address.email))}),(0,z.jsx)(Ve,{campaign:e.campaign.id,state:t,store:n,token:r,input:i})]})}function Be({recipient:e,onRemove:t}){let{t:n}=F(),{address:r,reasons:i,extra:a,firstTime:o,outside:s}=e;return(0,z.jsxs)(`li`,{className:`recipient`,children:[(0,z.jsxs)(`span`,{className:`recipient-address`,children:[r.name&&(0,z.jsx)(`bdi`,{className:`recipient-name`,children:r.name}),` `,(0,z.jsx)(`bdi`,{className:r.name?`muted`:``,children:r.email})]}),(0,z.jsxs)(`span`,{className:`recipient-why small muted`,children:[H(i),a&&o&&(0,z.jsx)(`span`,{className:`flag`,children:n(`envelope.firstTime`)}),a&&s&&(0,z.jsx)(`span`,{className:`flag`,children:n(`envelope.outside`)})]}),a&&(0,z.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:()=>t(r.text),"aria-label":n(`envelope.remove`,{address:r.email}),title:n(`envelope.remove`,{address:r.email}),children:(0,z.jsx)(`span`,{"aria-hidden":`true`,children:`✕`})})]})}function Ve({campaign:e,state:t,store:r,token:i,input:a}){let{t:o}=F(),[s,c]=(0,C.useState)(``),l=(0,C.useId)(),{notTaken:u,draft:d}=t;(0,C.useEffect)(()=>{u&&(c(u.text),a.current?.focus())},[u,a]);let{result:f}=S(s.trim()?s.trim():null,t=>n(ge,{campaign:e,prefix:s.trim()},{token:i,signal:t}),150),p=e=>{e?.preventDefault(),s.trim()!==``&&(r.edit({extra:[...d.extra,s.trim()]}),c(``))};return(0,z.jsxs)(`div`,{className:`add-address`,children:[(0,z.jsx)(`label`,{className:`visually-hidden`,htmlFor:l,children:o(`envelope.add`)}),(0,z.jsxs)(`div`,{className:`row`,children:[(0,z.jsx)(`input`,{ref:a,id:l,className:`input`,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,dir:`auto`,placeholder:o(`envelope.add`),list:`${l}-known`,value:s,onChange:e=>c(e.target.value),onKeyDown:e=>{e.key===`Enter`&&!e.ctrlKey&&!e.metaKey&&p(e)},"aria-invalid":u!==null,"aria-describedby":u?`${l}-problem`:void 0,"aria-keyshortcuts":`a`}),(0,z.jsx)(`datalist`,{id:`${l}-known`,children:f?.addressSuggestions.map(({address:e})=>(0,z.jsx)(`option`,{value:e.text},e.text))}),(0,z.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>p(),disabled:s.trim()===``,children:o(`envelope.addButton`)})]}),u&&(0,z.jsx)(`p`,{className:`problem small`,role:`alert`,id:`${l}-problem`,children:L(u.problem,o)})]})}function He({on:e,onChange:t,children:n}){let{t:r}=F();return(0,z.jsxs)(`details`,{className:`more`,children:[(0,z.jsx)(`summary`,{children:r(`keys.title`)}),(0,z.jsxs)(`div`,{className:`more-body`,children:[(0,z.jsxs)(`label`,{className:`check`,children:[(0,z.jsx)(`input`,{type:`checkbox`,checked:e,onChange:e=>t(e.target.checked)}),r(`keys.on`)]}),(0,z.jsxs)(`dl`,{className:`key-list`,children:[(0,z.jsxs)(`dt`,{children:[(0,z.jsx)(`kbd`,{children:`1`}),`–`,(0,z.jsx)(`kbd`,{children:`9`})]}),(0,z.jsx)(`dd`,{children:r(`keys.codes`)}),(0,z.jsx)(`dt`,{children:(0,z.jsx)(`kbd`,{children:`N`})}),(0,z.jsx)(`dd`,{children:r(`keys.note`)}),(0,z.jsx)(`dt`,{children:(0,z.jsx)(`kbd`,{children:`A`})}),(0,z.jsx)(`dd`,{children:r(`keys.address`)}),(0,z.jsxs)(`dt`,{children:[(0,z.jsx)(`kbd`,{children:`Ctrl`}),` `,(0,z.jsx)(`kbd`,{children:`Enter`})]}),(0,z.jsx)(`dd`,{children:r(`keys.ok`)})]}),n]})]})}var Ue=`input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]`;function We(e,t,n){if(e.key===`Enter`&&(e.ctrlKey||e.metaKey)&&!e.altKey)return t.ok;let r=e.target instanceof Element&&e.target.closest(Ue)!==null;if(!(!n||r||e.ctrlKey||e.metaKey||e.altKey))return Object.hasOwn(t,e.key.toLowerCase())?t[e.key.toLowerCase()]:void 0}function Ge(e,t){let n=(0,C.useRef)(e);n.current=e,(0,C.useEffect)(()=>{let e=e=>{if(e.repeat||e.isComposing)return;let r=We(e,n.current,t);r&&(e.preventDefault(),r())};return document.addEventListener(`keydown`,e),()=>document.removeEventListener(`keydown`,e)},[t])}var G=`postchat:hot-keys`;function Ke(){let[e,t]=(0,C.useState)(()=>{try{return localStorage.getItem(G)!==`off`}catch{return!0}});return[e,e=>{t(e);try{localStorage.setItem(G,e?`on`:`off`)}catch{}}]}var qe=(e,t)=>e.message===t.message&&e.start===t.start&&e.end===t.end;function Je({cover:e,stretch:t},{covered:n,lifted:r}){let i=e=>e.filter(e=>!qe(e,t));switch(e){case`covered`:return{covered:i(n),lifted:r};case`suggested`:return{covered:n,lifted:[...r,t]};case`lifted`:return{covered:n,lifted:r.filter(e=>!ie(e,t))};default:return{covered:K([...n,t]),lifted:r}}}function K(e){let t=[];for(let n of[...e].sort((e,t)=>e.message.localeCompare(t.message)||e.start-t.start)){let e=t.at(-1);e&&e.message===n.message&&n.start<=e.end?e.end=Math.max(e.end,n.end):t.push({...n})}return t}function Ye(e,t,n){let r=Ze(e.text),i=r.findLastIndex(e=>e.trim()!==``),a=r.findIndex(e=>e.trim()!==``),o=e.start;return r.map((r,s)=>{let c=o;return o+=q(r),r.trim()===``?{text:r,stretch:null}:{text:r,stretch:{message:e.stretch.message,start:s===a&&t?.cover===`covered`?e.start:c,end:s===i&&n?.cover===`covered`?e.end:o}}})}var Xe=/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}/u;function Ze(e){return e.split(/(\s+)/).filter(e=>e!==``).flatMap(e=>Xe.test(e)?[...new Intl.Segmenter(void 0,{granularity:`word`}).segment(e)].map(e=>e.segment):[e])}var q=e=>[...e].length,Qe=1e4;function $e({draft:e,edit:t,flush:n,input:r}){let{t:i}=F(),a=(0,C.useId)(),o=Qe-q(e.note);return(0,z.jsxs)(`section`,{className:`note`,children:[(0,z.jsxs)(`div`,{className:`note-line`,children:[(0,z.jsx)(`h2`,{children:(0,z.jsx)(`label`,{htmlFor:a,children:i(`note.title`)})}),(0,z.jsxs)(`label`,{className:`check`,children:[(0,z.jsx)(`input`,{type:`checkbox`,checked:e.urgent,onChange:e=>t({urgent:e.target.checked})}),i(`note.urgent`)]})]}),(0,z.jsx)(`textarea`,{ref:r,id:a,className:`input`,rows:3,dir:`auto`,placeholder:i(`note.placeholder`),value:e.note,onChange:e=>t({note:e.target.value}),onBlur:n,"aria-describedby":`${a}-left`,"aria-invalid":o<0,"aria-keyshortcuts":`n`}),(0,z.jsx)(`p`,{className:o<0?`small problem`:`small muted`,id:`${a}-left`,"aria-live":`polite`,children:o<0?i(`note.over`,{count:-o}):o<500?i(`note.left`,{count:o}):``})]})}function et({panel:e,saving:t,token:r}){let{t:i}=F(),[a,o]=(0,C.useState)(!1),[s,c]=(0,C.useState)(!1),l=e.followUp?.id,u=a&&l&&t===`saved`?`${l} ${e.version}`:null,{result:f,problem:p}=S(u,e=>n(he,{input:{followUp:l}},{token:r,signal:e}),100),m=f?.previewMail;return l?(0,z.jsxs)(`details`,{className:`more`,onToggle:e=>o(e.currentTarget.open),children:[(0,z.jsx)(`summary`,{children:i(`preview.title`)}),(0,z.jsxs)(`div`,{className:`more-body`,children:[p&&(0,z.jsx)(`p`,{className:`problem`,role:`alert`,children:L(p,i)}),!m&&!p&&(0,z.jsx)(`p`,{className:`muted`,children:i(`panel.loading`)}),m&&(0,z.jsxs)(z.Fragment,{children:[(0,z.jsxs)(`dl`,{className:`facts small`,children:[(0,z.jsx)(`dt`,{children:i(`preview.subject`)}),(0,z.jsx)(`dd`,{dir:`auto`,children:d(m.subject)}),(0,z.jsx)(`dt`,{children:i(`preview.from`)}),(0,z.jsx)(`dd`,{dir:`auto`,children:d(m.from)}),(0,z.jsx)(`dt`,{children:i(`preview.replyTo`)}),(0,z.jsx)(`dd`,{dir:`auto`,children:d(m.replyTo)})]}),(0,z.jsxs)(`div`,{className:`tabs`,children:[(0,z.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":!s,onClick:()=>c(!1),children:i(`preview.html`)}),(0,z.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":s,onClick:()=>c(!0),children:i(`preview.plain`)})]}),s?(0,z.jsx)(`section`,{className:`mail`,"aria-label":i(`preview.plain`),children:(0,z.jsx)(`pre`,{className:`plain`,dir:`auto`,tabIndex:0,children:d(m.content.plain)})}):(0,z.jsx)(`iframe`,{className:`mail`,title:i(`preview.title`),sandbox:``,srcDoc:tt(m.content.html)})]})]})]}):null}var tt=e=>e.replace(/<style[\s>][\s\S]*?<\/style>/gi,``);function nt({message:e,text:t,marks:n,covering:r,onFlip:i}){let[a,o]=(0,C.useState)(0),[s,c]=rt(a,i),l=0,u=(e,t)=>{let n=l++;return(0,z.jsx)(ot,{piece:e,kind:t,stops:n===a,onFocus:()=>o(n),onFlip:c,paints:r},e.start)},f=ne(e,t,n),p=f.flatMap((e,t)=>e.cover===`none`?!r||!i?[d(e.text)]:Ye(e,f[t-1],f[t+1]).map(({text:e,stretch:t})=>t?u({...t,text:e,cover:`none`,stretch:t},null):e):[i?u(e,it(e,n)):(0,z.jsx)(at,{piece:e},e.start)]);return a>=l&&a!==0&&o(0),(0,z.jsx)(`p`,{ref:s,className:`line-text`,dir:`auto`,"data-message":e,onKeyDown:i&&st,children:p})}function rt(e,t){let n=(0,C.useRef)(null),r=(0,C.useRef)(!1);return(0,C.useLayoutEffect)(()=>{if(!r.current||(r.current=!1,document.activeElement!==document.body))return;let t=n.current?.querySelectorAll(`button`)??[];t[Math.min(e,t.length-1)]?.focus()}),[n,e=>{r.current=!0,t?.(e)}]}var it=({stretch:e},{suggested:t})=>t.find(t=>t.message===e.message&&t.start===e.start&&t.end===e.end)?.kind??null;function at({piece:e}){return e.cover===`lifted`?(0,z.jsx)(`span`,{children:d(e.text)}):(0,z.jsx)(`mark`,{className:`covered`,children:d(e.text)})}function ot({piece:e,kind:t,stops:n,onFocus:r,onFlip:i,paints:a}){let{t:o}=F(),s=e.cover===`covered`||e.cover===`suggested`,c=d(e.text),l=t=>{a&&t.buttons===1&&t.pointerType===`mouse`&&!s&&i?.(e)},u=s?`cover.on`:`cover.off`;return(0,z.jsx)(`button`,{type:`button`,className:s?`word covered`:e.cover===`lifted`?`word lifted`:`word`,"aria-pressed":s,"aria-label":e.cover===`none`?void 0:o(u,{text:c}),title:t&&s?o(`cover.${t}`):void 0,tabIndex:n?0:-1,onFocus:r,onClick:()=>i?.(e),onPointerEnter:l,onPointerLeave:l,children:c})}function st(e){let t={ArrowRight:1,ArrowDown:1,ArrowLeft:-1,ArrowUp:-1}[e.key];if(t===void 0||e.ctrlKey||e.metaKey||e.altKey)return;let n=[...e.currentTarget.querySelectorAll(`button`)],r=n[n.indexOf(document.activeElement)+t];e.preventDefault(),r?.focus()}function ct(){let e=(0,C.useRef)(null),[t,n]=(0,C.useState)(null);return(0,C.useEffect)(()=>{let t=()=>n(lt(document.getSelection(),e.current));return document.addEventListener(`selectionchange`,t),()=>document.removeEventListener(`selectionchange`,t)},[]),{selected:t,list:e}}function lt(e,t){if(!e||e.isCollapsed||e.rangeCount!==1)return null;let n=e.getRangeAt(0),r=n.commonAncestorContainer,i=(r instanceof Element?r:r.parentElement)?.closest(`[data-message]`);if(!i?.dataset.message||!t?.contains(i))return null;let a=document.createRange();a.selectNodeContents(i),a.setEnd(n.startContainer,n.startOffset);let o=q(a.toString());return{message:i.dataset.message,start:o,end:o+q(n.toString())}}var ut=(0,C.memo)(function({panel:e,starred:t,covered:n,lifted:r,edit:i,readOnly:a}){let[o,s]=(0,C.useState)(!1),{t:c}=F(),[l,u]=(0,C.useState)(!1),{selected:d,list:f}=ct(),p=e.chat??e.conversation,m=a||!e.chat,h=p?.transcript??[],g=e.followUp?.suggestedCovers??[],_={covered:n,lifted:r,suggested:g},v=n.length+re(g,r).length,y=[c(`transcript.messages`,{count:h.length}),...t.length?[c(`transcript.starred`,{count:t.length})]:[],...v?[c(`transcript.covered`,{count:v})]:[]],b=e=>i(t=>Je(e,t)),x=e=>i(t=>({starred:t.starred.includes(e)?t.starred.filter(t=>t!==e):[...t.starred,e]}));return p?(0,z.jsxs)(`details`,{className:`more`,onToggle:e=>s(e.currentTarget.open),children:[(0,z.jsxs)(`summary`,{children:[c(`transcript.title`),` `,(0,z.jsx)(`span`,{className:`muted small`,children:y.join(` · `)})]}),(0,z.jsxs)(`div`,{className:`more-body`,children:[h.length===0&&(0,z.jsx)(`p`,{className:`muted`,children:c(`transcript.empty`)}),!m&&h.length>0&&(0,z.jsxs)(`div`,{className:`cover-tools`,children:[(0,z.jsx)(`button`,{type:`button`,className:`button small`,"aria-pressed":l,onClick:()=>u(!l),children:c(`cover.mode`)}),(0,z.jsx)(`button`,{type:`button`,className:`button small`,hidden:!d,onPointerDown:e=>e.preventDefault(),onClick:()=>d&&i(e=>({covered:K([...e.covered,d])})),children:c(`cover.selection`)}),l&&(0,z.jsx)(`p`,{className:`small muted`,children:c(`cover.help`)})]}),(0,z.jsx)(`ol`,{className:l?`transcript covering`:`transcript`,ref:f,children:(o?h:[]).map(e=>(0,z.jsx)(dt,{message:e,marks:_,starred:t.includes(e.key),onStar:m||e.private||e.event?void 0:()=>x(e.key),covering:l&&!m,onFlip:m?void 0:b},e.key))})]})]}):null});function dt({message:e,marks:t,starred:n,onStar:r,covering:i,onFlip:a}){let{t:o,language:s}=F();return(0,z.jsxs)(`li`,{className:`line ${e.event?`event`:e.role.toLowerCase()}`,children:[(0,z.jsxs)(`p`,{className:`line-head small muted`,children:[(0,z.jsx)(`bdi`,{children:d(e.name)}),` `,(0,z.jsx)(`time`,{dateTime:e.at,children:B(e.at,s)}),e.private&&(0,z.jsx)(`span`,{className:`flag`,children:o(`transcript.private`)})]}),r?(0,z.jsx)(`button`,{type:`button`,className:`icon-button star`,"aria-pressed":n,onClick:r,"aria-label":`${o(`transcript.star`)}: ${d(e.text).slice(0,80)}`,title:o(`transcript.star`),children:(0,z.jsx)(`span`,{"aria-hidden":`true`,children:n?`★`:`☆`})}):n&&(0,z.jsx)(`span`,{className:`star`,children:`★`}),(0,z.jsx)(nt,{message:e.key,text:e.text,marks:t,covering:i,onFlip:a}),e.files.map(e=>(0,z.jsx)(`p`,{className:`small muted`,children:o(`transcript.file`,{name:d(e.name)})},e.name))]})}function ft({panel:e,store:t,state:n,session:r}){let{t:i}=F(),a=r.token??``,[o,s]=Ke(),c=(0,C.useRef)(null),l=(0,C.useRef)(null),u=e.submittedAt!==null||n.wish===`ok`,{draft:d}=n,f=e.campaign.successCodes.filter(({label:e,retired:t})=>!t||d.codes?.includes(e)),p=ee(f),m={ok:()=>!u&&void t.ok()};if(!u){m.n=()=>c.current?.focus(),m.a=()=>l.current?.focus();for(let{label:n}of f){let r=p.get(n);r&&(m[r]=()=>t.edit({codes:x(n,d.codes??e.vendorCodes,e.campaign.goalSettings.allowMultiple)}))}}return Ge(m,o),(0,z.jsxs)(`div`,{className:`form`,children:[(0,z.jsxs)(`fieldset`,{disabled:u,className:`form-part`,children:[(0,z.jsx)(`legend`,{className:`visually-hidden`,children:i(`panel.title`)}),(0,z.jsx)(Re,{panel:e,codes:f,digits:o?p:new Map,draft:d,edit:t.edit}),(0,z.jsx)(ze,{panel:e,state:n,store:t,token:a,input:l}),(0,z.jsx)($e,{draft:d,edit:t.edit,flush:()=>t.flush(),input:c})]}),(0,z.jsx)(ut,{panel:e,starred:d.starred,covered:d.covered,lifted:d.lifted,edit:t.edit,readOnly:u}),(0,z.jsx)(et,{panel:e,saving:n.saving,token:a}),(0,z.jsx)(He,{on:o,onChange:s,children:(0,z.jsx)(W,{session:r,before:()=>t.saved()})})]})}function pt({panel:e,liveness:t,onList:n}){let{t:r}=F(),{visitor:a}=e.chat??e.conversation??{},o=d(a?.name||a?.email||a?.phone||``);return(0,z.jsxs)(`header`,{className:`head`,children:[(0,z.jsxs)(`div`,{className:`head-line`,children:[(0,z.jsx)(`h1`,{children:(0,z.jsx)(`bdi`,{children:o||r(`panel.visitor`)})}),(0,z.jsx)(`button`,{type:`button`,className:`icon-button`,onClick:n,"aria-label":r(`list.back`),title:r(`list.back`),children:(0,z.jsx)(`span`,{"aria-hidden":`true`,children:`☰`})})]}),(0,z.jsxs)(`p`,{className:`head-line small`,children:[(0,z.jsxs)(`span`,{className:`muted`,children:[(0,z.jsx)(`bdi`,{children:e.campaign.name}),e.followUp&&(0,z.jsxs)(`span`,{className:`number`,children:[` · #`,e.followUp.number]})]}),(0,z.jsx)(`span`,{role:`status`,children:t===`reconnecting`?(0,z.jsx)(s,{tone:`wait`,children:r(`panel.live.reconnecting`)}):e.followUp?(0,z.jsx)(s,{tone:i(e.followUp.state),children:r(`state.${e.followUp.state}`)}):(0,z.jsx)(s,{tone:`wait`,children:r(`panel.chatOpen`)})})]}),e.conversationProblem&&(0,z.jsx)(`p`,{className:`small muted`,children:(0,z.jsx)(`bdi`,{children:d(e.conversationProblem)})})]})}function mt(e){let t=`postchat:unsaved:${e}`,n=e=>{try{return e()}catch{return}};return{read:()=>n(()=>JSON.parse(sessionStorage.getItem(t)??`null`)??void 0),write:e=>n(()=>sessionStorage.setItem(t,JSON.stringify(e))),clear:()=>n(()=>sessionStorage.removeItem(t))}}var ht=600,gt=class{#e;#t;#n=new Set;#r;#i;#a;#o;#s;#c;#l=0;#u;#d=!1;constructor(e,t){this.#r=e,this.#i=t;let n=t.read();this.#t=n?.base??w,this.#e={panel:null,draft:n?.draft??w,saving:`saved`,wish:null,problem:null,notTaken:null,late:``,clashes:[],liveness:`live`}}start(){this.#d=!1,this.#a=this.#r.watch({next:e=>this.#g(e),refused:e=>this.#m({problem:e}),status:e=>this.#m({liveness:e})})}stop(){this.flush(!0),this.#d=!0,this.#a?.()}subscribe=e=>(this.#n.add(e),()=>void this.#n.delete(e));get=()=>this.#e;edit=e=>{let t=typeof e==`function`?e(this.#e.draft):e;this.#m({draft:{...this.#e.draft,...t},problem:null,notTaken:null}),this.#h(),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),`note`in t?ht:0)};dismiss(){this.#m({problem:null,notTaken:null,late:``,clashes:[]})}flush(e=!1){clearTimeout(this.#o),this.#d||!this.#e.panel||A(this.#e.draft,this.#t)||(e||!this.#s)&&this.#v(()=>this.#y(e))}async saved(){this.flush(),await this.#s}ok(){return this.#S(`ok`,async()=>{let e=this.#p();try{await this.#f()}catch(t){if(!(t instanceof h&&t.rule===`changed`)||!await this.#x()||this.#e.panel?.submittedAt||this.#p()!==e)throw t;await this.#f()}})}async#f(){let e=this.#e.draft,t=this.#e.panel?.version??0,n=await this.#r.submit(t,e,this.#C(`ok`,[t,e]));this.#_(n,e)}#p=()=>JSON.stringify([this.#e.draft,this.#e.panel?.envelope.recipients.map(({address:e})=>e.email)]);undo(){return this.#S(`undo`,async()=>this.#_(await this.#r.undo()))}sendNow(){let e=this.#e.panel?.followUp?.id;return e?this.#S(`now`,async()=>this.#_(await this.#r.sendNow(e,this.#C(`now`,[e])))):Promise.resolve(!1)}sendAgain(e,t){return this.#S(`again`,async()=>this.#_(await this.#r.sendAgain(e,t,this.#C(`again`,[e,t]))))}next(){return this.#S(`next`,async()=>{let e=await this.#r.save(this.#e.panel?.version??0,w,!1);this.#m({draft:w}),this.#_(e,w)})}#m(e){this.#e={...this.#e,...e};for(let e of this.#n)e()}#h(){let{draft:e}=this.#e;A(e,this.#t)?this.#i.clear():this.#i.write({base:this.#t,draft:e})}#g(e){this.#s?this.#c=e:J(e,this.#e.panel)||this.#_(e),!this.#s&&!A(this.#e.draft,this.#t)&&this.flush()}#_(e,t=this.#t){let n=oe(e.submission),r=!this.#e.panel,{draft:i,clashes:a}=se(t,this.#e.draft,n);if(e.submittedAt!==null||e.stage===`SETTLED`){let t=i.note.trim()===n.note.trim()?this.#e.late:i.note;this.#t=n,this.#i.clear(),this.#m({panel:e,draft:n,saving:`saved`,clashes:[],late:t});return}this.#t=n;let o=A(i,n)?`saved`:`unsaved`,s=this.#e.problem instanceof h&&this.#e.problem.rule===`submitted`;this.#m({panel:e,draft:i,saving:o,problem:s?null:this.#e.problem,clashes:r?[]:[...new Set([...this.#e.clashes,...a])]}),this.#h()}async#v(e){let t=this.#s,n=(async()=>{await t,await e()})();if(this.#s=n,await n,this.#s!==n)return;this.#s=void 0;let r=this.#c;this.#c=void 0,r&&!J(r,this.#e.panel)&&this.#_(r)}async#y(e){for(let t=0;t<5&&!A(this.#e.draft,this.#t)&&this.#e.panel;t++){let t=this.#e.draft;this.#m({saving:`saving`});try{this.#_(await this.#r.save(this.#e.panel.version,t,e),t),this.#l=0}catch(e){if(!await this.#b(e,t))return}}}async#b(e,t){if(e instanceof g)return this.#m({saving:`away`}),clearTimeout(this.#o),this.#o=setTimeout(()=>this.flush(),b(this.#l++)),!1;if(_t(e)){let n=t.extra.filter(e=>!this.#t.extra.includes(e)).join(`; `);return this.#m({draft:{...this.#e.draft,extra:this.#t.extra},saving:`saved`,notTaken:{text:n,problem:e}}),this.#h(),!0}return e instanceof h&&e.code===`CONFLICT`&&await this.#x()&&!A(this.#e.draft,this.#t)?!0:(this.#m({saving:`unsaved`,problem:e}),!1)}async#x(){try{return this.#_(await this.#r.load()),!0}catch{return!1}}async#S(e,t){if(this.#e.wish||!this.#e.panel)return!1;clearTimeout(this.#o),this.#m({wish:e,problem:null,notTaken:null,clashes:[]});let n=!1;return await this.#v(async()=>{try{await t(),this.#u=void 0,n=!0}catch(e){let t=e instanceof h&&e.code===`CONFLICT`&&await this.#x()&&e.rule===`changed`&&this.#e.panel?.submittedAt;this.#m({problem:t?null:e})}}),this.#m({wish:null}),this.flush(),n}#C(...e){let t=JSON.stringify(e);return this.#u?.wish!==t&&(this.#u={wish:t,key:p()}),this.#u.key}},_t=e=>e instanceof h&&(e.rule===`address`||e.field.includes(`extraAddresses`));function J(e,t){return t!==null&&e.stage===t.stage&&e.followUp?.id===t.followUp?.id&&e.version<t.version}var Y=e=>e.followUp??`${e.conversation.source}/${e.conversation.id}`;function vt({target:e,session:t,tell:n,onList:r}){let i=F(),{t:a}=i,o=u(i.language),s=t.token??``,c=(0,C.useMemo)(()=>new gt(Ce(e,s,o),mt(Y(e))),[e,s,o]),l=(0,C.useSyncExternalStore)(c.subscribe,c.get);yt(c),bt(l.panel,e,s,n);let d=l.problem instanceof h&&l.problem.code===`DENIED`,{check:f}=t;(0,C.useEffect)(()=>{d&&f()},[d,f]);let{panel:p,problem:m}=l;if(!p)return(0,z.jsxs)(`main`,{className:`centre`,children:[(0,z.jsx)(`p`,{role:`status`,className:`muted`,children:m?L(m,a):a(l.liveness===`reconnecting`?`problem.unreachable`:`panel.loading`)}),(0,z.jsx)(`button`,{type:`button`,className:`button`,onClick:r,children:a(`list.back`)})]});let g=p.stage===`SETTLED`;return(0,z.jsxs)(`main`,{className:`window`,children:[(0,z.jsx)(pt,{panel:p,liveness:l.liveness,onList:r}),p.earlier&&(0,z.jsx)(Le,{followUp:p.earlier}),g?(0,z.jsx)(Ne,{panel:p,store:c,state:l,onNext:e.conversation&&(()=>void c.next())}):(0,z.jsx)(ft,{panel:p,store:c,state:l,session:t}),!g&&(0,z.jsx)(De,{panel:p,store:c,state:l})]})}function yt(e){(0,C.useEffect)(()=>{e.start();let t=()=>e.flush(!0),n=()=>document.hidden&&t();return window.addEventListener(`blur`,t),window.addEventListener(`pagehide`,t),document.addEventListener(`visibilitychange`,n),()=>{window.removeEventListener(`blur`,t),window.removeEventListener(`pagehide`,t),document.removeEventListener(`visibilitychange`,n),e.stop()}},[e])}function bt(e,t,r,i){let a=t.conversation,o=e?.followUp?e.followUp.state.toLowerCase():`open`,s=e?.version;(0,C.useEffect)(()=>{if(!a||s===void 0)return;let e=new AbortController;return n(_e,{conversation:a},{token:r,signal:e.signal}).then(({canClose:e})=>i({conversation:a.id,canClose:e.canClose,state:o}),()=>{}),()=>e.abort()},[a,s,o,r,i])}function xt({page:e,session:t}){let{t:n}=F();return(0,z.jsx)(`main`,{className:`centre`,children:(0,z.jsxs)(`div`,{className:`door`,children:[(0,z.jsx)(`h1`,{children:n(`panel.title`)}),e.name&&(0,z.jsx)(`p`,{className:`muted`,children:(0,z.jsx)(`bdi`,{children:e.name})}),(0,z.jsx)(`p`,{role:`status`,children:t.ended?n(`signedOut.ended`):n(`signedOut.lead`)}),(0,z.jsx)(`button`,{type:`button`,className:`button primary wide`,onClick:t.signIn,children:n(`signedOut.button`)}),t.address!==null&&(0,z.jsx)(St,{address:t.address,session:t})]})})}function St({address:e,session:t}){let{t:n}=F(),[r,i]=(0,C.useState)(``),[a,o]=(0,C.useState)(null);return(0,z.jsxs)(z.Fragment,{children:[(0,z.jsxs)(`p`,{className:`small muted`,role:`status`,children:[n(t.blocked?`signedOut.blocked`:`signedOut.pending`),` `,t.blocked&&(0,z.jsx)(`a`,{href:e,target:`_blank`,rel:`noreferrer`,children:n(`signedOut.open`)})]}),(0,z.jsxs)(`form`,{className:`code-entry`,onSubmit:async e=>{e.preventDefault(),o(null),await t.redeem(r.trim()).catch(o)},children:[(0,z.jsx)(`label`,{htmlFor:`sign-in-code`,children:n(`signedOut.code`)}),(0,z.jsx)(`span`,{className:`small muted`,id:`sign-in-code-hint`,children:n(`signedOut.codeHint`)}),(0,z.jsxs)(`div`,{className:`row`,children:[(0,z.jsx)(`input`,{id:`sign-in-code`,className:`input`,inputMode:`numeric`,autoComplete:`one-time-code`,maxLength:12,value:r,onChange:e=>i(e.target.value),"aria-describedby":`sign-in-code-hint`,"aria-invalid":a!==null}),(0,z.jsx)(`button`,{type:`submit`,className:`button`,disabled:r.trim()===``,children:n(`signedOut.codeButton`)})]}),a&&(0,z.jsx)(`p`,{className:`problem`,role:`alert`,children:L(a,n)})]})]})}function X(e){let t=`postchat:token:${e}`,[r,i]=(0,C.useState)(()=>Ct(t)),[a,o]=(0,C.useState)({name:``,language:``}),[s,c]=(0,C.useState)(!1),[l,u]=(0,C.useState)(null),[d,f]=(0,C.useState)(!1),m=(0,C.useRef)(``),g=(0,C.useRef)(null),_=(0,C.useCallback)(e=>{Z(t,e),i(e),c(!1),u(null)},[t]),v=(0,C.useCallback)(()=>{r!==null&&n(le,{},{token:r}).then(({viewer:e})=>o({name:e.name,language:e.person?.language??``}),e=>{e instanceof h&&e.code===`DENIED`&&(Z(t,null),i(null),c(!0))})},[r,t]);(0,C.useEffect)(v,[v]),(0,C.useEffect)(()=>{let e=({source:e,origin:t,data:n})=>{t===location.origin&&e!==null&&e===g.current&&n?.type===`postchat:token`&&n.nonce===m.current&&typeof n.token==`string`&&_(n.token)};return window.addEventListener(`message`,e),()=>window.removeEventListener(`message`,e)},[_]);let y=()=>{m.current||=p();let t=new URL(`panel/${encodeURIComponent(e)}/sign-in#nonce=${m.current}`,document.baseURI).href;g.current=window.open(t,`postchat-sign-in`,`popup,width=460,height=640`),u(t),f(g.current===null)},b=async t=>{let r=await n(de,{input:{source:e,nonce:m.current,code:t}},{token:``});r.redeemPanelCode&&_(r.redeemPanelCode.token)},x=()=>{r!==null&&(n(ue,{},{token:r,last:!0}).catch(()=>{}),Z(t,null),i(null))};return{token:r,...a,ended:s,address:l,blocked:d,signIn:y,redeem:b,signOut:x,check:v}}function Ct(e){try{return sessionStorage.getItem(e)}catch{return null}}function Z(e,t){try{t===null?sessionStorage.removeItem(e):sessionStorage.setItem(e,t)}catch{}}function wt({source:e,vendor:t,frameOrigins:n}){let[r,i]=(0,C.useState)(()=>Q(e)),a=(0,C.useRef)(new Set);return(0,C.useEffect)(()=>ae(t,{origins:n,open:t=>i(n=>n?.conversation?.id===t?n:{conversation:{source:e,id:t}}),watch:e=>(a.current.add(e),()=>void a.current.delete(e))}),[e,t,n]),(0,C.useEffect)(()=>{let t=()=>i(Q(e));return window.addEventListener(`hashchange`,t),()=>window.removeEventListener(`hashchange`,t)},[e]),{target:r,open:i,tell:(0,C.useCallback)(e=>{for(let t of a.current)t(e)},[])}}function Q(e){let t=new URLSearchParams(location.hash.slice(1)),n=t.get(`conversation`),r=t.get(`follow-up`);return r?{followUp:r}:n?{conversation:{source:e,id:n}}:null}var $=50;function Tt({token:e,session:t,onOpen:r}){let{t:i}=F(),a=t.check,[o,s]=(0,C.useState)(``),[c,l]=(0,C.useState)(`live`);(0,C.useEffect)(()=>y(me,{},{token:e,next:({followUpsChanged:e})=>s(e.cursor),refused:a,status:l}),[e,a]);let{result:u,problem:d}=S(o,t=>n(pe,{first:$},{token:e,signal:t}),50);(0,C.useEffect)(()=>{d instanceof h&&d.code===`DENIED`&&a()},[d,a]);let f=u?.followUps.nodes;return(0,z.jsxs)(`main`,{className:`page`,children:[(0,z.jsxs)(`header`,{className:`head`,children:[(0,z.jsx)(`h1`,{children:i(`panel.openAChat`)}),(0,z.jsx)(`p`,{className:`muted`,children:i(`panel.openAChatMore`)})]}),(0,z.jsxs)(`section`,{"aria-labelledby":`waiting`,children:[(0,z.jsx)(`h2`,{id:`waiting`,children:i(`list.title`)}),(0,z.jsxs)(`p`,{className:`muted small`,role:`status`,children:[f&&(f.length>0?i(`list.count`,{count:f.length}):i(`list.empty`)),d&&L(d,i),!d&&c===`reconnecting`&&i(`panel.live.reconnecting`)]}),f&&f.length>0&&(0,z.jsx)(`ul`,{className:`waiting`,children:f.map(e=>(0,z.jsx)(`li`,{children:(0,z.jsx)(Et,{followUp:e,onOpen:r})},e.id))}),u?.followUps.pageInfo.hasNextPage&&(0,z.jsx)(`p`,{className:`muted small`,children:i(`list.more`,{count:$})})]}),(0,z.jsx)(W,{session:t})]})}function Et({followUp:e,onOpen:t}){let{t:n,language:r}=F(),{visitor:i,closedAt:a}=e.chat;return(0,z.jsxs)(`button`,{type:`button`,className:`waiting-chat`,onClick:()=>t(e.id),children:[(0,z.jsx)(`span`,{className:`waiting-who`,children:(0,z.jsx)(`bdi`,{children:d(i.name||i.email)||n(`panel.visitor`)})}),(0,z.jsxs)(`span`,{className:`waiting-number muted`,children:[`#`,e.number]}),(0,z.jsxs)(`span`,{className:`muted small`,children:[(0,z.jsx)(`bdi`,{children:e.campaign.name}),` · `,n(`list.since`,{time:B(e.waitsSince??a,r)})]}),(0,z.jsxs)(`span`,{className:`small waiting-until`,children:[n(`state.${e.state}`),e.sendsAt&&` · ${n(`list.until`,{time:B(e.sendsAt,r)})}`]})]})}function Dt({page:e}){let{speak:t}=m(),n=X(e.source),{target:r,open:i,tell:a}=wt(e);return(0,C.useEffect)(()=>t(n.language),[n.language,t]),n.token===null?(0,z.jsx)(xt,{page:e,session:n}):r?(0,z.jsx)(vt,{target:r,session:n,tell:a,onList:()=>i(null)},`${Y(r)} ${n.token}`):(0,z.jsx)(Tt,{token:n.token,session:n,onOpen:e=>i({followUp:e})})}c((0,z.jsx)(Dt,{page:r()}));