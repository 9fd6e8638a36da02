import{t as e}from"./link-D7kEsOZO.js";import{a as t,i as n,r,s as i}from"./Words-BLbqobkX.js";import{a,i as o}from"./data-C2lgpPA1.js";import{n as s,t as c}from"./lacks-CfsMyg8_.js";import{n as l}from"./viewer-c76O6KLk.js";import{a as u,i as d,r as f,s as p,t as m}from"./Answer-CXfdPZug.js";import{t as h}from"./Empty-D8twKJE6.js";import{t as g}from"./State-Cfoz0iSR.js";import{t as _}from"./useNavigate-Bt4KyGi-.js";import{t as v}from"./Dialog-DCpdC3Cl.js";import{t as y}from"./Field-g3qmi5Sg.js";import{n as b,t as x}from"./ZoneInput-B1SGAvUw.js";import{t as S}from"./preload-helper-BQUUbbNx.js";var C=i(t(),1),w=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},T=new w(`
    query Campaigns {
  campaigns(retired: true) {
    id
    name
    sample
    retired
    successCodes {
      id
      retired
    }
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
}
    fragment Items on AddressList {
  items {
    email
    health {
      healthy
    }
  }
}`),E=new w(`
    mutation CreateCampaign($input: CreateCampaignInput!) {
  createCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),D=new w(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),O=r({english:{title:`Campaigns`,new:`New campaign`,none:`A campaign is a site, a brand or a language, with its own codes and addresses. Make the first one.`,noneForYou:`There is no campaign that you may see. Whoever manages people here can add you to one.`,codes:{one:`{count} code in use`,other:`{count} codes in use`},whole:`Nothing is missing`,sample:`A sample, to try things`,"lack.source":`No source`,"lack.standard":`No standard address`,"lack.code":`No codes`,refused:{one:`{count} address refuses mails`,other:`{count} addresses refuse mails`},retired:{one:`{count} retired campaign`,other:`{count} retired campaigns`},restore:`Use again`,name:`Name`,nameHint:`The site, brand or language that its chats come from.`,timeZone:`Time zone`,timeZoneHint:`Times in its mails and days in its reports are in it.`,make:`Make it`},others:{de:()=>S(()=>import(`./de-ChHS7_1g.js`),[],import.meta.url),nl:()=>S(()=>import(`./nl-BUOYawMY.js`),[],import.meta.url)}}),k=n();function A({open:e,onClose:t}){let{t:n}=O();return(0,k.jsx)(v,{title:n(`new`),open:e,onClose:t,children:(0,k.jsx)(j,{})})}function j(){let{t:e}=O(),t=_(),[n,r]=(0,C.useState)(``),[i,a]=(0,C.useState)(b),{run:s,busy:c,problem:l}=o(E);return(0,k.jsxs)(`form`,{onSubmit:async e=>{e.preventDefault();let r=(await s({name:n,timeZone:i}))?.createCampaign?.campaign.id;r&&t({to:`/campaigns/$campaign/goals`,params:{campaign:r}})},className:`stack`,children:[(0,k.jsx)(f,{problem:d(l,[`input.name`,`input.timeZone`])}),(0,k.jsx)(y,{label:e(`name`),hint:e(`nameHint`),problem:u(l,`input.name`),children:e=>(0,k.jsx)(`input`,{...e,className:`input`,required:!0,maxLength:120,value:n,onChange:e=>r(e.target.value)})}),(0,k.jsx)(y,{label:e(`timeZone`),hint:e(`timeZoneHint`),problem:u(l,`input.timeZone`),children:e=>(0,k.jsx)(x,{...e,required:!0,value:i,onChange:e=>a(e.target.value)})}),(0,k.jsx)(`div`,{className:`row wrap`,children:(0,k.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:c,children:e(`make`)})})]})}function M({campaigns:t}){let{t:n}=O(),r=l().may(`ACCOUNT`),{run:i,busy:a,problem:s}=o(D);return t.length===0?null:(0,k.jsxs)(`details`,{className:`card retired-campaigns`,children:[(0,k.jsx)(`summary`,{children:n(`retired`,{count:t.length})}),(0,k.jsx)(f,{problem:s}),(0,k.jsx)(`ul`,{children:t.map(({id:t,name:o})=>(0,k.jsxs)(`li`,{children:[(0,k.jsx)(e,{to:`/campaigns/$campaign`,params:{campaign:t},children:(0,k.jsx)(`bdi`,{children:o})}),r&&(0,k.jsxs)(`button`,{type:`button`,className:`button small`,disabled:a,onClick:()=>void i({id:t}),children:[n(`restore`),` `,(0,k.jsx)(`span`,{className:`visually-hidden`,children:o})]})]},t))})]})}function N(){let{t:e}=O(),t=l().may(`ACCOUNT`),[n,r]=(0,C.useState)(!1),i=a(`all`,T,{}),o=(0,k.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>r(!0),children:e(`new`)}),s=i.data?.campaigns.some(({retired:e})=>!e);return(0,k.jsxs)(p,{title:e(`title`),actions:t&&s&&o,children:[(0,k.jsx)(m,{of:i,children:n=>(0,k.jsxs)(k.Fragment,{children:[s?(0,k.jsx)(P,{...n}):(0,k.jsx)(h,{text:e(t?`none`:`noneForYou`),children:t&&o}),(0,k.jsx)(M,{campaigns:n.campaigns.filter(({retired:e})=>e)})]})}),(0,k.jsx)(A,{open:n,onClose:()=>r(!1)})]})}function P({campaigns:t,checkList:n}){let{t:r}=O(),i=t.filter(({retired:e})=>!e);return(0,k.jsx)(`ul`,{className:`campaigns`,children:i.map(t=>(0,k.jsxs)(`li`,{className:`card`,children:[(0,k.jsx)(`h2`,{children:(0,k.jsx)(e,{to:`/campaigns/$campaign`,params:{campaign:t.id},children:(0,k.jsx)(`bdi`,{children:t.name})})}),(0,k.jsx)(`p`,{className:`small muted`,children:r(`codes`,{count:t.successCodes.filter(({retired:e})=>!e).length})}),(0,k.jsx)(F,{campaign:t,check:n.campaigns.find(e=>e.campaign.id===t.id)})]},t.id))})}function F({campaign:e,check:t}){let{t:n}=O(),r=c(t),i=s(e.followUpAddresses).length;return e.sample?(0,k.jsx)(g,{tone:`ok`,children:n(`sample`)}):r.length+i===0?(0,k.jsx)(g,{tone:`ok`,children:n(`whole`)}):(0,k.jsxs)(`ul`,{className:`lacks`,children:[i>0&&(0,k.jsx)(`li`,{children:(0,k.jsx)(g,{tone:`bad`,children:n(`refused`,{count:i})})}),r.map(e=>(0,k.jsx)(`li`,{children:(0,k.jsx)(g,{tone:`wait`,children:n(`lack.${e}`)})},e))]})}export{N as Campaigns};