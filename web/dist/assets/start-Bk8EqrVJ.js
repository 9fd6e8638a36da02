import{r as e}from"./react-AyOTluXZ.js";import{t}from"./link-CtCcNamM.js";import{d as n,i as r,s as i}from"./base-CTmk8UTt.js";import{n as a}from"./viewer-HpT3TdIj.js";var o=e=>`step.${e}`,s=e=>`step.${e}.help`;function c({campaigns:e,...t}){let n=t=>e.filter(e=>!e[t]).map(({campaign:e})=>e),r=(t,r)=>{let i=n(r);return{name:t,done:e.length>0&&i.length===0,lacking:i,needs:`CAMPAIGN`}},i=(e,t,n,r)=>({name:e,done:t,needs:n,lacking:[],to:r});return[i(`campaign`,e.length>0,`ACCOUNT`,`/campaigns`),r(`standard`,`hasStandard`),r(`code`,`hasCode`),i(`source`,t.sourceConnected,`ACCOUNT`,`/sources`),i(`heard`,t.sourceHeard,`ACCOUNT`,`/sources`),i(`provider`,t.mailsLeave,`ACCOUNT`),i(`mailed`,t.mailed,`READ`,`/follow-ups`)]}var l=({mailsLeave:e,sourceConnected:t,campaigns:n})=>e&&t&&n.length>0&&n.every(({hasStandard:e})=>e),u=n({english:{"start.title":`Begin`,"start.lead":`When an operator ends a chat, Postchat mails it to the department that must have it, and shows what became of the mail.`,"try.title":`Try it now`,"try.text":`A sample campaign and a pretend chat: play both sides, press OK, and see the mail. Nothing leaves the house.`,"try.begin":`Make the sample and open the chat`,"try.open":`Open the chat`,"try.remove":`Remove the sample`,"try.removed":`The sample is gone.`,"connect.title":`Connect my chat`,"connect.text":`Choose your chat vendor. Postchat gives you an address and a secret to put there, and tells you when the first chat has come.`,"connect.begin":`Choose the vendor`,"list.title":`Until chats become mails`,"list.done":`{done} of {all} are there`,"list.there":`There`,"list.missing":`Missing`,"list.lacking":`Campaigns that lack it`,"step.campaign":`A campaign`,"step.campaign.help":`A site, brand or language, with its own success codes and addresses.`,"step.standard":`An address for standard`,"step.standard.help":`It gets the chats that no code leads anywhere. Without one, these go to nobody.`,"step.code":`A success code`,"step.code.help":`What operators give a chat when it ends, such as lead, sale or support.`,"step.source":`A source`,"step.source.help":`Connects your chat vendor, who tells Postchat of every chat that ends.`,"step.heard":`A first event of the source`,"step.heard.help":`End a chat at your vendor: it shows up within seconds.`,"step.provider":`A mail provider`,"step.provider.help":`Until then mails are kept in the outbox here. Start the server with POSTCHAT_FROM and either POSTCHAT_MAILGUN_DOMAIN and POSTCHAT_MAILGUN_API_KEY, or POSTCHAT_SMTP_URL.`,"step.mailed":`A first mail`,"step.mailed.help":`It comes by itself when the first chat has ended.`},others:{de:()=>i(()=>import(`./de-CVfZeN4v.js`),[],import.meta.url),nl:()=>i(()=>import(`./nl-avqVHVim.js`),[],import.meta.url)}}),d=e();function f({list:e}){let{t}=u(),n=c(e),r=n.filter(e=>e.done).length;return(0,d.jsxs)(`section`,{className:`card check-list`,"aria-labelledby":`check-list`,children:[(0,d.jsxs)(`div`,{className:`row wrap check-list-head`,children:[(0,d.jsx)(`h2`,{id:`check-list`,children:t(`list.title`)}),(0,d.jsx)(`span`,{className:`muted small`,children:t(`list.done`,{done:r,all:n.length})})]}),(0,d.jsx)(`progress`,{max:n.length,value:r,"aria-label":t(`list.title`)}),(0,d.jsx)(`ol`,{children:n.map(e=>(0,d.jsx)(p,{step:e},e.name))})]})}function p({step:e}){let{t:n}=u(),i=a().may(e.needs),c=n(o(e.name));return(0,d.jsxs)(`li`,{children:[(0,d.jsx)(r,{tone:e.done?`ok`:`wait`,children:n(e.done?`list.there`:`list.missing`)}),(0,d.jsxs)(`div`,{children:[e.to&&i&&!e.done?(0,d.jsx)(t,{to:e.to,children:c}):(0,d.jsx)(`span`,{children:c}),!e.done&&(0,d.jsx)(`p`,{className:`small muted`,children:n(s(e.name))}),!e.done&&i&&e.lacking.length>0&&(0,d.jsx)(m,{step:e})]})]})}function m({step:e}){let{t:n}=u(),r=e.name===`code`?`/campaigns/$campaign/goals`:`/campaigns/$campaign/addresses`;return(0,d.jsx)(`ul`,{className:`small chips`,"aria-label":n(`list.lacking`),children:e.lacking.map(({id:e,name:n})=>(0,d.jsx)(`li`,{children:(0,d.jsx)(t,{to:r,params:{campaign:e},children:(0,d.jsx)(`bdi`,{children:n})})},e))})}var h=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},g=new h(`
    query CheckList {
  checkList {
    transport
    mailsLeave
    campaigns {
      campaign {
        id
        name
      }
      hasCode
      hasStandard
      hasSource
    }
    sourceConnected
    sourceHeard
    mailed
    sample {
      id
    }
  }
}
    `),_=new h(`
    mutation CreateSample($input: CreateSampleInput!) {
  createSample(input: $input) {
    sample {
      campaign {
        id
      }
    }
  }
}
    `),v=new h(`
    mutation RemoveSample($input: RemoveSampleInput!) {
  removeSample(input: $input) {
    sample {
      campaign {
        id
      }
    }
  }
}
    `);export{u as a,f as i,_ as n,l as o,v as r,g as t};