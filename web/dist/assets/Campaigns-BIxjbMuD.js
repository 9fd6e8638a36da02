import{a as e,d as t,f as n,i as r,p as i,r as a,s as o,t as s}from"./Answer-yRhpjcmg.js";import{a as c,i as l,r as u,s as d}from"./Words-CZI-lKCi.js";import{n as f,t as p}from"./lacks-CfsMyg8_.js";import{n as m}from"./viewer-BV540HZv.js";import{t as h}from"./Empty-DBxJHSJe.js";import{t as g}from"./State-DkVwSMcp.js";import{t as _}from"./useNavigate-BUmzss39.js";import{t as v}from"./Dialog-CtJUZmGc.js";import{t as y}from"./Field-B3ZUwF08.js";import{n as b,t as x}from"./ZoneInput-Bd3ZN12g.js";import{t as S}from"./preload-helper-BQUUbbNx.js";var C=d(c(),1),w=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new w(`
    fragment Items on AddressList {
  items {
    email
    health {
      healthy
    }
  }
}
    `,{fragmentName:`Items`});var T=new w(`
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
    `),O=u({english:{title:`Campaigns`,new:`New campaign`,none:`A campaign is a site, a brand or a language, with its own codes and addresses. Make the first one.`,noneForYou:`There is no campaign that you may see. Whoever manages people here can add you to one.`,codes:{one:`{count} code in use`,other:`{count} codes in use`},whole:`Nothing is missing`,sample:`A sample, to try things`,"lack.source":`No source`,"lack.standard":`No standard address`,"lack.code":`No codes`,refused:{one:`{count} address refuses mails`,other:`{count} addresses refuse mails`},retired:{one:`{count} retired campaign`,other:`{count} retired campaigns`},restore:`Use again`,name:`Name`,nameHint:`The site, brand or language that its chats come from.`,timeZone:`Time zone`,timeZoneHint:`Times in its mails and days in its reports are in it.`,make:`Make it`},others:{de:()=>S(()=>import(`./de-ChHS7_1g.js`),[],import.meta.url),nl:()=>S(()=>import(`./nl-BUOYawMY.js`),[],import.meta.url)}}),k=l();function A({open:e,onClose:t}){let{t:n}=O();return(0,k.jsx)(v,{title:n(`new`),open:e,onClose:t,children:(0,k.jsx)(j,{})})}function j(){let{t:n}=O(),i=_(),[o,s]=(0,C.useState)(``),[c,l]=(0,C.useState)(b),{run:u,busy:d,problem:f}=t(E);return(0,k.jsxs)(`form`,{onSubmit:async e=>{e.preventDefault();let t=(await u({name:o,timeZone:c}))?.createCampaign?.campaign.id;t&&i({to:`/campaigns/$campaign/goals`,params:{campaign:t}})},className:`stack`,children:[(0,k.jsx)(a,{problem:r(f,[`input.name`,`input.timeZone`])}),(0,k.jsx)(y,{label:n(`name`),hint:n(`nameHint`),problem:e(f,`input.name`),children:e=>(0,k.jsx)(`input`,{...e,className:`input`,required:!0,maxLength:120,value:o,onChange:e=>s(e.target.value)})}),(0,k.jsx)(y,{label:n(`timeZone`),hint:n(`timeZoneHint`),problem:e(f,`input.timeZone`),children:e=>(0,k.jsx)(x,{...e,required:!0,value:c,onChange:e=>l(e.target.value)})}),(0,k.jsx)(`div`,{className:`row wrap`,children:(0,k.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:d,children:n(`make`)})})]})}function M({campaigns:e}){let{t:n}=O(),r=m().may(`ACCOUNT`),{run:o,busy:s,problem:c}=t(D);return e.length===0?null:(0,k.jsxs)(`details`,{className:`card retired-campaigns`,children:[(0,k.jsx)(`summary`,{children:n(`retired`,{count:e.length})}),(0,k.jsx)(a,{problem:c}),(0,k.jsx)(`ul`,{children:e.map(({id:e,name:t})=>(0,k.jsxs)(`li`,{children:[(0,k.jsx)(i,{to:`/campaigns/$campaign`,params:{campaign:e},children:(0,k.jsx)(`bdi`,{children:t})}),r&&(0,k.jsxs)(`button`,{type:`button`,className:`button small`,disabled:s,onClick:()=>void o({id:e}),children:[n(`restore`),` `,(0,k.jsx)(`span`,{className:`visually-hidden`,children:t})]})]},e))})]})}function N(){let{t:e}=O(),t=m().may(`ACCOUNT`),[r,i]=(0,C.useState)(!1),a=n(`all`,T,{}),c=(0,k.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>i(!0),children:e(`new`)});return(0,k.jsxs)(o,{title:e(`title`),actions:t&&c,children:[(0,k.jsx)(s,{of:a,children:n=>(0,k.jsxs)(k.Fragment,{children:[n.campaigns.some(({retired:e})=>!e)?(0,k.jsx)(P,{...n}):(0,k.jsx)(h,{text:e(t?`none`:`noneForYou`),children:t&&c}),(0,k.jsx)(M,{campaigns:n.campaigns.filter(({retired:e})=>e)})]})}),(0,k.jsx)(A,{open:r,onClose:()=>i(!1)})]})}function P({campaigns:e,checkList:t}){let{t:n}=O(),r=e.filter(({retired:e})=>!e);return(0,k.jsx)(`ul`,{className:`campaigns`,children:r.map(e=>(0,k.jsxs)(`li`,{className:`card`,children:[(0,k.jsx)(`h2`,{children:(0,k.jsx)(i,{to:`/campaigns/$campaign`,params:{campaign:e.id},children:(0,k.jsx)(`bdi`,{children:e.name})})}),(0,k.jsx)(`p`,{className:`small muted`,children:n(`codes`,{count:e.successCodes.filter(({retired:e})=>!e).length})}),(0,k.jsx)(F,{campaign:e,check:t.campaigns.find(t=>t.campaign.id===e.id)})]},e.id))})}function F({campaign:e,check:t}){let{t:n}=O(),r=p(t),i=f(e.followUpAddresses).length;return e.sample?(0,k.jsx)(g,{tone:`ok`,children:n(`sample`)}):r.length+i===0?(0,k.jsx)(g,{tone:`ok`,children:n(`whole`)}):(0,k.jsxs)(`ul`,{className:`lacks`,children:[i>0&&(0,k.jsx)(`li`,{children:(0,k.jsx)(g,{tone:`bad`,children:n(`refused`,{count:i})})}),r.map(e=>(0,k.jsx)(`li`,{children:(0,k.jsx)(g,{tone:`wait`,children:n(`lack.${e}`)})},e))]})}export{N as Campaigns};