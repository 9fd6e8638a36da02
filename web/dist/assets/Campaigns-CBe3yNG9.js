import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./link-CtCcNamM.js";import{i as n,r}from"./react-AyOTluXZ.js";import{a as i,i as a}from"./data-DzwsbZCa.js";import{n as o,t as s}from"./lacks-CfsMyg8_.js";import{n as c}from"./viewer-HpT3TdIj.js";import{a as l,i as u,r as d,s as f,t as p}from"./Answer-BvqSZd80.js";import{t as m}from"./Empty-BHJKPafv.js";import{d as h,i as g,s as _}from"./base-CTmk8UTt.js";import{t as v}from"./useNavigate-DNzsfxPa.js";import{t as y}from"./Dialog-Dw1coUpL.js";import{t as b}from"./Field-a0GslIpo.js";import{n as x,t as S}from"./ZoneInput-B389xQND.js";var C=e(n(),1),w=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},T=new w(`
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
    `),O=h({english:{title:`Campaigns`,new:`New campaign`,none:`A campaign is a site, a brand or a language, with its own codes and addresses. Make the first one.`,noneForYou:`There is no campaign that you may see. Whoever manages people here can add you to one.`,codes:{one:`{count} code in use`,other:`{count} codes in use`},whole:`Nothing is missing`,sample:`A sample, to try things`,"lack.source":`No source`,"lack.standard":`No standard address`,"lack.code":`No codes`,refused:{one:`{count} address refuses mails`,other:`{count} addresses refuse mails`},retired:{one:`{count} retired campaign`,other:`{count} retired campaigns`},restore:`Use again`,name:`Name`,nameHint:`The site, brand or language that its chats come from.`,timeZone:`Time zone`,timeZoneHint:`Times in its mails and days in its reports are in it.`,make:`Make it`},others:{de:()=>_(()=>import(`./de-ChHS7_1g.js`),[],import.meta.url),nl:()=>_(()=>import(`./nl-BUOYawMY.js`),[],import.meta.url)}}),k=r();function A({open:e,onClose:t}){let{t:n}=O();return(0,k.jsx)(y,{title:n(`new`),open:e,onClose:t,children:(0,k.jsx)(j,{})})}function j(){let{t:e}=O(),t=v(),[n,r]=(0,C.useState)(``),[i,o]=(0,C.useState)(x),{run:s,busy:c,problem:f}=a(E);return(0,k.jsxs)(`form`,{onSubmit:async e=>{e.preventDefault();let r=(await s({name:n,timeZone:i}))?.createCampaign?.campaign.id;r&&t({to:`/campaigns/$campaign/goals`,params:{campaign:r}})},className:`stack`,children:[(0,k.jsx)(d,{problem:u(f,[`input.name`,`input.timeZone`])}),(0,k.jsx)(b,{label:e(`name`),hint:e(`nameHint`),problem:l(f,`input.name`),children:e=>(0,k.jsx)(`input`,{...e,className:`input`,required:!0,maxLength:120,value:n,onChange:e=>r(e.target.value)})}),(0,k.jsx)(b,{label:e(`timeZone`),hint:e(`timeZoneHint`),problem:l(f,`input.timeZone`),children:e=>(0,k.jsx)(S,{...e,required:!0,value:i,onChange:e=>o(e.target.value)})}),(0,k.jsx)(`div`,{className:`row wrap`,children:(0,k.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:c,children:e(`make`)})})]})}function M({campaigns:e}){let{t:n}=O(),r=c().may(`ACCOUNT`),{run:i,busy:o,problem:s}=a(D);return e.length===0?null:(0,k.jsxs)(`details`,{className:`card retired-campaigns`,children:[(0,k.jsx)(`summary`,{children:n(`retired`,{count:e.length})}),(0,k.jsx)(d,{problem:s}),(0,k.jsx)(`ul`,{children:e.map(({id:e,name:a})=>(0,k.jsxs)(`li`,{children:[(0,k.jsx)(t,{to:`/campaigns/$campaign`,params:{campaign:e},children:(0,k.jsx)(`bdi`,{children:a})}),r&&(0,k.jsxs)(`button`,{type:`button`,className:`button small`,disabled:o,onClick:()=>void i({id:e}),children:[n(`restore`),` `,(0,k.jsx)(`span`,{className:`visually-hidden`,children:a})]})]},e))})]})}function N(){let{t:e}=O(),t=c().may(`ACCOUNT`),[n,r]=(0,C.useState)(!1),a=i(`all`,T,{}),o=(0,k.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>r(!0),children:e(`new`)}),s=a.data?.campaigns.some(({retired:e})=>!e);return(0,k.jsxs)(f,{title:e(`title`),actions:t&&s&&o,children:[(0,k.jsx)(p,{of:a,children:n=>(0,k.jsxs)(k.Fragment,{children:[s?(0,k.jsx)(P,{...n}):(0,k.jsx)(m,{text:e(t?`none`:`noneForYou`),children:t&&o}),(0,k.jsx)(M,{campaigns:n.campaigns.filter(({retired:e})=>e)})]})}),(0,k.jsx)(A,{open:n,onClose:()=>r(!1)})]})}function P({campaigns:e,checkList:n}){let{t:r}=O(),i=e.filter(({retired:e})=>!e);return(0,k.jsx)(`ul`,{className:`campaigns`,children:i.map(e=>(0,k.jsxs)(`li`,{className:`card`,children:[(0,k.jsx)(`h2`,{children:(0,k.jsx)(t,{to:`/campaigns/$campaign`,params:{campaign:e.id},children:(0,k.jsx)(`bdi`,{children:e.name})})}),(0,k.jsx)(`p`,{className:`small muted`,children:r(`codes`,{count:e.successCodes.filter(({retired:e})=>!e).length})}),(0,k.jsx)(F,{campaign:e,check:n.campaigns.find(t=>t.campaign.id===e.id)})]},e.id))})}function F({campaign:e,check:t}){let{t:n}=O(),r=s(t),i=o(e.followUpAddresses).length;return e.sample?(0,k.jsx)(g,{tone:`ok`,children:n(`sample`)}):r.length+i===0?(0,k.jsx)(g,{tone:`ok`,children:n(`whole`)}):(0,k.jsxs)(`ul`,{className:`lacks`,children:[i>0&&(0,k.jsx)(`li`,{children:(0,k.jsx)(g,{tone:`bad`,children:n(`refused`,{count:i})})}),r.map(e=>(0,k.jsx)(`li`,{children:(0,k.jsx)(g,{tone:`wait`,children:n(`lack.${e}`)})},e))]})}export{N as Campaigns};