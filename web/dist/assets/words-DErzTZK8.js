import{d as e,s as t}from"./base-CTmk8UTt.js";var n=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},r=new n(`
    query Campaign($id: ID!) {
  campaign(id: $id) {
    id
    name
    timeZone
    sample
    retired
    retiredAt
  }
}
    `),i=new n(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),a=new n(`
    query Overview($id: ID!, $filter: FollowUpFilter!) {
  campaign(id: $id) {
    id
    sample
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
  followUpCounts(filter: $filter) {
    state
    count
  }
}
    fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
      refusedAt
      words
    }
  }
}`),o=e({english:{tabs:`Parts of the campaign`,"tab.overview":`Overview`,"tab.goals":`Goals & codes`,"tab.addresses":`Follow-up addresses`,"tab.mail":`Mail`,"tab.settings":`Settings`,sample:`This is the sample, in which people try things. Its mails are kept in the outbox, whatever sends the others.`,retired:`This campaign is retired. Its chats and its settings are kept.`,"retired.restore":`Use it again`,"figures.title":`The last 30 days`,"figure.chats":`finished chats`,"figure.sent":`sent`,"figure.open":`on their way, or waiting`,"figure.notForwarded":`not forwarded`,"figure.failed":`failed`,"figures.more":`More in the reports`,"missing.title":`What is missing`,"missing.nothing":`Nothing is missing`,"missing.source":`No source leads here`,"missing.standard":`Standard has no address`,"missing.code":`There is no code to give`,"missingMeans.source":`No chat arrives until a chat app is connected that sends its chats here. Whoever manages the account can do that.`,"missingMeans.standard":`Chats that no code leads anywhere are not forwarded, and an address that refuses a mail has nobody to stand in.`,"missingMeans.code":`Operators cannot say what came out of a chat, and all chats go to standard.`,"mend.source":`Connect a chat app`,"mend.standard":`Add an address`,"mend.code":`Add codes`,"refused.title":`Addresses that refuse mails`,"refused.means":`What their servers said last. Mails to them went to standard instead, where it has an address.`,"refused.chats":`Its chats`,"refused.mend":`Change it`},others:{de:()=>t(()=>import(`./de-DAsup67K.js`),[],import.meta.url),nl:()=>t(()=>import(`./nl-JjumGCE3.js`),[],import.meta.url)}});export{i,r as n,a as r,o as t};