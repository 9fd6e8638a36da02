import{d as e,s as t}from"./base-CTmk8UTt.js";var n=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},r=new n(`
    query Vendors {
  chatVendors {
    name
  }
}
    `),i=new n(`
    query ConnectChoices {
  campaigns {
    id
    name
    sample
  }
  sources {
    id
    name
  }
}
    `),a=new n(`
    query Connecting($id: ID!) {
  source(id: $id) {
    id
    name
    vendor
    hookUrl
    keepsTranscripts
    defaultCampaign {
      id
      name
    }
    secrets {
      id
      expiresAt
    }
    ...ApiPart
    ...Heard
  }
}
    fragment Heard on Source {
  createdAt
  lastEventAt
  refused {
    count
    lastAt
    problem
  }
  events(first: 1) {
    nodes {
      id
      type
      outcome
      problem
      receivedAt
      chat {
        followUp {
          number
        }
      }
    }
  }
  ignored {
    type
    count
    lastAt
  }
}
fragment ApiPart on Source {
  id
  keepsTranscripts
  api {
    baseUrl
    account
    hasToken
  }
}`),o=new n(`
    mutation CreateSource($input: CreateSourceInput!) {
  createSource(input: $input) {
    source {
      id
    }
    secret
    hookUrl
  }
}
    `),s=new n(`
    query SourceEvents($id: ID!, $language: Language!, $outcome: ArrivalOutcome, $after: String) {
  source(id: $id) {
    id
    ...SourceHealth
    events(first: 25, after: $after, outcome: $outcome) {
      nodes {
        ...Event
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    ignored {
      type
      count
      lastAt
    }
  }
}
    fragment Event on RawEvent {
  id
  type
  receivedAt
  repeats
  outcome
  problem
  replayedAt
  chat {
    id
    followUp {
      id
      number
    }
  }
}
fragment SourceHealth on Source {
  retired
  retiredAt
  createdAt
  lastEventAt
  silentSince
  keepsTranscripts
  api {
    hasToken
  }
  refused {
    count
    lastAt
    problem
  }
  transcripts {
    awaited
    failing
    problem(language: $language)
  }
  eventCounts {
    outcome
    count
  }
}`),c=new n(`
    query EventBody($id: ID!) {
  sourceEvent(id: $id) {
    id
    body
  }
}
    `),l=new n(`
    mutation ReplayEvent($input: ReplayEventInput!) {
  replayEvent(input: $input) {
    event {
      ...Event
    }
  }
}
    fragment Event on RawEvent {
  id
  type
  receivedAt
  repeats
  outcome
  problem
  replayedAt
  chat {
    id
    followUp {
      id
      number
    }
  }
}`),u=new n(`
    mutation UpdateSource($input: UpdateSourceInput!) {
  updateSource(input: $input) {
    source {
      id
    }
  }
}
    `),d=new n(`
    mutation RotateSecret($input: RotateSourceSecretInput!) {
  rotateSourceSecret(input: $input) {
    source {
      id
    }
    secret
    hookUrl
  }
}
    `),f=new n(`
    query CheckApi($source: ID!) {
  sourceApiCheck(source: $source) {
    ok
    problem
  }
}
    `),p=new n(`
    query Source($id: ID!) {
  source(id: $id) {
    id
    name
    vendor
    retired
    retiredAt
  }
}
    `),m=new n(`
    mutation RetireSource($input: RetireSourceInput!) {
  retireSource(input: $input) {
    source {
      id
    }
  }
}
    `),h=new n(`
    mutation RestoreSource($input: RestoreSourceInput!) {
  restoreSource(input: $input) {
    source {
      id
    }
  }
}
    `),g=new n(`
    query SourceSettings($id: ID!) {
  source(id: $id) {
    ...SettingsPart
    ...RulesPart
  }
  campaigns {
    id
    name
    sample
  }
}
    fragment SettingsPart on Source {
  id
  name
  rehearsal
  hold
  includePrivate
  defaultCampaign {
    id
    name
  }
}
fragment RulesPart on Source {
  id
  rules {
    field
    value
    campaign {
      id
      name
    }
  }
}`),_=new n(`
    query SourceConnection($id: ID!) {
  source(id: $id) {
    ...SecretsPart
    ...ApiPart
    ...WindowPart
  }
}
    fragment ApiPart on Source {
  id
  keepsTranscripts
  api {
    baseUrl
    account
    hasToken
  }
}
fragment SecretsPart on Source {
  id
  vendor
  hookUrl
  secrets {
    id
    expiresAt
  }
}
fragment WindowPart on Source {
  id
  vendor
  frameOrigins
  suggestedFrameOrigins
}`),v=new n(`
    mutation WithdrawSecret($input: WithdrawSourceSecretInput!) {
  withdrawSourceSecret(input: $input) {
    source {
      id
    }
  }
}
    `),y=new n(`
    query Sources($language: Language!) {
  sources {
    ...SourceRow
  }
}
    fragment SourceRow on Source {
  id
  name
  vendor
  rehearsal
  defaultCampaign {
    id
    name
  }
  rules {
    campaign {
      id
      name
    }
  }
  ...SourceHealth
}
fragment SourceHealth on Source {
  retired
  retiredAt
  createdAt
  lastEventAt
  silentSince
  keepsTranscripts
  api {
    hasToken
  }
  refused {
    count
    lastAt
    problem
  }
  transcripts {
    awaited
    failing
    problem(language: $language)
  }
  eventCounts {
    outcome
    count
  }
}`),b=e({english:{"sources.title":`Sources`,"sources.connect":`Connect my chat`,"sources.empty":`No chat is connected yet. Connect yours: it takes two minutes, and each chat that is closed there comes here.`,"sources.rehearsal":`For rehearsing: pretend chats alone`,"sources.retired":{one:`{count} that was given up`,other:`{count} that were given up`},"vendor.rocketchat":`Rocket.Chat`,"vendor.chatwoot":`Chatwoot`,"vendor.postchat":`Your own program`,"vendorAt.rocketchat":`A webhook of Omnichannel, with a secret token`,"vendorAt.chatwoot":`A webhook under Integrations, and an access token to read with`,"vendorAt.postchat":`Our open format, signed: for any chat that can be told what to send`,"vendorAt.other":`Its own webhook, which this server has learned to read`,"health.retired":`Given up {at}`,"health.never":`Nothing has come yet`,"health.heard":`Last heard: {at}`,"health.silent":`Silent since {at}`,"health.noApi":`It may not read the transcripts yet`,"health.refused":{one:`Refused: {at}, {count} request`,other:`Refused: {at}, {count} requests`},"health.attention":{one:`{count} event needs attention`,other:`{count} events need attention`},"health.failing":{one:`{count} transcript could not be fetched so far`,other:`{count} transcripts could not be fetched so far`},"health.awaited":{one:`{count} transcript is being fetched`,other:`{count} transcripts are being fetched`},"connect.title":`Connect my chat`,"connect.which":`Which chat do you use?`,"connect.make":`Make the connection`,"connect.other":`Choose another chat`,"connect.noCampaign":`A chat belongs to a campaign, and there is none yet. Make one first.`,"connect.makeCampaign":`Make a campaign`,"source.name":`Name`,"source.nameHint":`What it is called here, such as Website chat.`,"source.campaign":`Campaign`,"source.campaignHint":`Its chats belong there. Rules can send some of them to others later.`,"setUp.title":`Connect {name}`,"setUp.source":`To the source`,address:`Address of the webhook`,secret:`Secret`,"lost.text":`The secret was shown once, when it was made, and nobody can read it again. If you no longer have it, make a new one.`,"lost.keeps":`The old one stays valid until you withdraw it.`,"lost.ends":`The old one ends at once: nothing has come with it yet.`,"lost.day":`The old one stays valid for a day, so that no chat is lost meanwhile.`,"lost.make":`Make a new secret`,"rocketchat.open":`Open the webhooks of Rocket.Chat`,"rocketchat.openText":`As an administrator: Omnichannel > Webhooks.`,"rocketchat.url":`Paste this address into Webhook URL`,"rocketchat.token":`Paste this into Secret Token`,"rocketchat.events":`Switch on Chat close and Offline message, and save`,"rocketchat.eventsText":`Other events do no harm: they are counted, and nothing is kept of them.`,"rocketchat.test":`Press Send test`,"rocketchat.testText":`It arrives here as a test, and nobody is mailed. Then close a chat of your own.`,"chatwoot.open":`Add a webhook in Chatwoot, with this address`,"chatwoot.openText":`As an administrator: Settings > Integrations > Webhooks > Add new webhook. The address holds a secret: treat it like a password.`,"chatwoot.events":`Tick Conversation Status Changed and Conversation Updated, and save`,"chatwoot.eventsText":`The first tells that a chat was resolved, the second that its labels changed.`,"chatwoot.secret":`If Chatwoot shows a secret for the webhook, give it here`,"chatwoot.secretText":`Newer versions sign with a secret of their own: open the webhook again to see whether yours does. Without it their requests are refused.`,"chatwoot.read":`Let us read the messages`,"chatwoot.readText":`Chatwoot's webhook brings only the last message. In Chatwoot: Profile settings > Access token, of a person who is in every inbox whose chats are to come.`,"chatwoot.test":`Write to yourself, give the chat a label, and resolve it`,"chatwoot.testText":`A label that is called like a success code of the campaign chooses who gets the chat.`,"chatwoot.private":`Nothing comes, and Chatwoot is on the same private network? It calls private addresses only with SAFE_FETCH_ALLOW_PRIVATE_NETWORK=true.`,"own.post":`When a chat is closed, post one JSON document to this address`,"own.sign":`Sign each request with this secret`,"own.signText":`As Standard Webhooks 1.0 says, with the headers webhook-id, webhook-timestamp and webhook-signature. There are libraries in most languages.`,"own.signLink":`Standard Webhooks`,"own.test":`Send a test`,"own.testText":`A document with nothing but the type test is kept and shown here, and never mailed. What is wrong with a document is in the answer, and here.`,"other.post":`Have your chat post to this address when a chat is closed`,"other.secret":`Give it this secret`,"other.read":`Let us read the messages`,"ownSecret.label":`Secret from your chat`,"ownSecret.give":`Give it`,"ownSecret.given":`Taken. Both secrets are valid now.`,"api.baseUrl":`Address of your chat’s server`,"api.baseUrlHint":`As it is in your browser when you work there.`,"api.baseUrlExample":`https://chat.example.com`,"api.account":`Account`,"api.accountHint":`Its number, as in /app/accounts/2 in your browser’s address.`,"api.token":`Access token`,"api.tokenHint":`It is kept encrypted, sent to that server alone, and can never be read.`,"api.tokenStored":`One is stored. Leave this empty to keep it.`,"api.save":`Save and check`,"api.check":`Check again`,"api.checking":`Your chat is being asked…`,"api.ok":`Your chat lets us read.`,"api.bad":`Your chat does not let us read.`,"waiting.title":`Is it connected?`,"waiting.nothing":`Waiting for the first event…`,"waiting.heard":`Heard: {at}`,"waiting.refused":`Refused: {at}`,"waiting.refusedText":`Something came that did not prove that it is your chat. Check the address and the secret, and whether the clocks agree.`,"waiting.ignored":`The way is open: {type} came, which is not about a finished chat. Close one now.`,"waiting.followUp":`Follow-up #{number}`,"outcome.RECORDED":`A new chat came.`,"outcome.DUPLICATE":`Known already: nothing new came of it.`,"outcome.REVISED":`A new version of a known chat came.`,"outcome.REOPENED":`A closed chat goes on: it waits for the next close.`,"outcome.NEEDS_ATTENTION":`Kept, but somebody must look at it.`,"outcome.TEST":`A test: kept, never mailed.`,"outcome.IGNORED":`Not about a finished chat.`,"outcomeName.RECORDED":`New chat`,"outcomeName.DUPLICATE":`Known already`,"outcomeName.REVISED":`New version`,"outcomeName.REOPENED":`Goes on`,"outcomeName.NEEDS_ATTENTION":`Needs attention`,"outcomeName.TEST":`Test`,"outcomeName.IGNORED":`Not about a finished chat`,"retired.notice":`This source was given up, and takes nothing any more.`,tabs:`Parts of the source`,"tab.events":`What came`,"tab.connection":`Connection`,"tab.settings":`Settings`,"events.title":`What came`,"events.howTo":`How to connect`,"events.show":`Show`,"events.all":`All`,"events.none":`Nothing has come yet. Once your chat posts here, each event is listed, with what became of it.`,"events.noneSuch":`There is nothing of this sort.`,"events.pages":`Older and newer`,"events.newest":`Newest`,"events.older":`Older`,"events.repeats":{one:`came {count} more time`,other:`came {count} more times`},"events.replayed":`read again: {at}`,"events.body":`Body as it came`,"events.hide":`Hide the body`,"events.emptyBody":`The body is empty.`,"events.replay":`Read again`,"events.replaying":`Being read…`,"events.became":`Read again: {outcome}. Nothing is done twice.`,"ignored.title":`Other events, which are only counted`,"ignored.type":`Event`,"ignored.count":`Times`,"ignored.last":`Last`,"connection.title":`Connection`,"secrets.title":`Webhook`,"secrets.text":`The vendor proves with a secret that it is the vendor. Each of these is valid; nobody can read them again.`,"secrets.inAddress":`The webhook’s address holds a secret, so it is shown whole only when that is made. Each of these is valid; nobody can read them again.`,"secrets.newest":`The newest secret`,"secrets.older":`An older secret`,"secrets.always":`valid until it is withdrawn`,"secrets.until":`valid until {at}`,"secrets.withdraw":`Withdraw`,"secrets.withdrawTitle":`Withdraw this secret?`,"secrets.withdrawText":`Whatever comes with it is refused within seconds, and nobody can bring it back. Withdraw it once your chat uses another one.`,"rotate.overlap":`When a new secret is made, the others stay valid`,"rotate.keep":`until I withdraw them`,"rotate.day":`for a day`,"rotate.week":`for a week`,"rotate.none":`not at all`,cancel:`Cancel`,save:`Save`,"api.title":`Reading the transcripts`,"api.text":`This chat keeps what was said. We fetch it after the close, with an access token of yours.`,"window.title":`Operator’s window`,"window.text":`Here operators give codes and a note, and see who gets the chat. It stands beside the chat, in the chat app or in a window of its own.`,"window.address":`Address of the window`,"window.chatwoot":`In Chatwoot: Settings > Integrations > Dashboard apps. Add an app with this address, and Chatwoot’s own origin below.`,"window.rocketchat":`Rocket.Chat frames no pages of others: open the window beside it, or bookmark it for your operators.`,"window.postchat":`Put it into your operators’ page with an iframe, name that page’s origin below, and tell it by postMessage which chat is open; docs/window.md says how.`,"window.origins":`Origins that may show the window in a frame`,"window.originsHint":`One a line: https:// and the host, without a path. Without any, nobody may frame it.`,"window.add":`Add {origin}`,"settings.title":`Settings`,"settings.campaign":`Campaign`,"settings.campaignHint":`Of the chats that no rule fits. Chats that came keep their campaign.`,"settings.hold":`Seconds that a finished chat waits`,"settings.holdHint":`Codes may come late, and visitors write once more. At most 86,400, which is a day.`,"settings.private":`Private notes of the team are in the mails too`,"rules.title":`Rules that choose the campaign`,"rules.text":`The first that fits wins. Where none does, the chat belongs to the campaign above.`,"rules.add":`Add a rule`,"rules.save":`Save the rules`,"rules.rule":`Rule`,"rules.field":`What it looks at`,"rules.value":`What it looks for`,"rules.campaign":`Where such chats belong`,"rules.raise":`Move up`,"rules.remove":`Remove`,"ruleField.PAGE":`Page begins with`,"ruleField.DEPARTMENT":`Department is`,"ruleField.INBOX":`Inbox is`,"ruleField.TAG":`Tag or code is`,"ruleValue.PAGE":`shop.example/nl`,"ruleValue.DEPARTMENT":`Sales`,"ruleValue.INBOX":`Website`,"ruleValue.TAG":`vip`,"retire.title":`Give up`,"retire.text":`A source that was given up is unknown to the vendor, and nothing that it sends is kept. Its chats and its history stay.`,"retire.retire":`Give this source up`,"retire.restore":`Take it back into use`,"retire.done":`{name} was given up.`},others:{de:()=>t(()=>import(`./de-yH2Y-5SG.js`),[],import.meta.url),nl:()=>t(()=>import(`./nl-D-1Jxxqq.js`),[],import.meta.url)}});export{r as _,o as a,h as c,_ as d,p as f,u as g,y as h,a as i,m as l,g as m,f as n,c as o,s as p,i as r,l as s,b as t,d as u,v};