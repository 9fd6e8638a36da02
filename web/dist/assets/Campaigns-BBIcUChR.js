import{t as e}from"./link-BAUnhNla.js";import{a as t,i as n,r,s as i}from"./Words-CZI-lKCi.js";import{a,i as o,l as s,r as c,t as l,u}from"./Answer-01w9xb9p.js";import{n as d}from"./viewer-BV540HZv.js";import{t as f}from"./Empty-DBxJHSJe.js";import{t as p}from"./Page-Dg82xaA_.js";import{t as m}from"./State-BtfjuC2_.js";import{t as h}from"./useNavigate-06dYVaSN.js";import{t as g}from"./Dialog-Bmi4XLcZ.js";import{t as _}from"./Field-B3ZUwF08.js";import{n as v,t as y}from"./ZoneInput-Bd3ZN12g.js";import{t as b}from"./preload-helper-BQUUbbNx.js";var x=i(t(),1);function S({standard:e,codes:t}){let n=[e,...t.filter(({code:e})=>!e.retired).map(({addresses:e})=>e)].flatMap(({items:e})=>e).filter(({health:e})=>e&&!e.healthy);return[...new Map(n.map(e=>[e.email,e])).values()]}function C(e,t){let n={source:e?.hasSource===!1,standard:e?.hasStandard===!1,code:e?.hasCode===!1,refused:S(t).length>0};return Object.keys(n).filter(e=>n[e])}var w=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new w(`
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
  campaigns {
    id
    name
    sample
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
    `),D=r({english:{title:`Campaigns`,new:`New campaign`,none:`A campaign is a site, a brand or a language, with its own codes and addresses. Make the first one.`,noneForYou:`There is no campaign that you may see. Whoever manages people here can add you to one.`,codes:{one:`{count} code in use`,other:`{count} codes in use`},whole:`Nothing is missing`,sample:`A sample, to try things`,"lack.source":`No source`,"lack.standard":`No standard address`,"lack.code":`No codes`,"lack.refused":`An address refuses mails`,name:`Name`,nameHint:`The site, brand or language that its chats come from.`,timeZone:`Time zone`,timeZoneHint:`Times in its mails and days in its reports are in it.`,make:`Make it`},others:{de:()=>b(()=>import(`./de-BwriD2Ik.js`),[],import.meta.url),nl:()=>b(()=>import(`./nl-CJS22do0.js`),[],import.meta.url)}}),O=n();function k({open:e,onClose:t}){let{t:n}=D();return(0,O.jsx)(g,{title:n(`new`),open:e,onClose:t,children:(0,O.jsx)(A,{})})}function A(){let{t:e}=D(),t=h(),[n,r]=(0,x.useState)(``),[i,l]=(0,x.useState)(v),{run:u,busy:d,problem:f}=s(E);return(0,O.jsxs)(`form`,{onSubmit:async e=>{e.preventDefault();let r=(await u({name:n,timeZone:i}))?.createCampaign?.campaign.id;r&&t({to:`/campaigns/$campaign/goals`,params:{campaign:r}})},className:`stack`,children:[(0,O.jsx)(c,{problem:o(f,[`input.name`,`input.timeZone`])}),(0,O.jsx)(_,{label:e(`name`),hint:e(`nameHint`),problem:a(f,`input.name`),children:e=>(0,O.jsx)(`input`,{...e,className:`input`,required:!0,maxLength:120,value:n,onChange:e=>r(e.target.value)})}),(0,O.jsx)(_,{label:e(`timeZone`),hint:e(`timeZoneHint`),problem:a(f,`input.timeZone`),children:e=>(0,O.jsx)(y,{...e,required:!0,value:i,onChange:e=>l(e.target.value)})}),(0,O.jsx)(`div`,{className:`row wrap`,children:(0,O.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:d,children:e(`make`)})})]})}function j(){let{t:e}=D(),t=d().may(`ACCOUNT`),[n,r]=(0,x.useState)(!1),i=u(`all`,T,{}),a=(0,O.jsx)(`button`,{type:`button`,className:`button primary`,onClick:()=>r(!0),children:e(`new`)});return(0,O.jsxs)(p,{title:e(`title`),actions:t&&a,children:[(0,O.jsx)(l,{of:i,children:n=>n.campaigns.length>0?(0,O.jsx)(M,{...n}):(0,O.jsx)(f,{text:e(t?`none`:`noneForYou`),children:t&&a})}),(0,O.jsx)(k,{open:n,onClose:()=>r(!1)})]})}function M({campaigns:t,checkList:n}){let{t:r}=D();return(0,O.jsx)(`ul`,{className:`campaigns`,children:t.map(t=>(0,O.jsxs)(`li`,{className:`card`,children:[(0,O.jsx)(`h2`,{children:(0,O.jsx)(e,{to:`/campaigns/$campaign`,params:{campaign:t.id},children:(0,O.jsx)(`bdi`,{children:t.name})})}),(0,O.jsx)(`p`,{className:`small muted`,children:r(`codes`,{count:t.successCodes.filter(({retired:e})=>!e).length})}),(0,O.jsx)(N,{campaign:t,lacks:C(n.campaigns.find(e=>e.campaign.id===t.id),t.followUpAddresses)})]},t.id))})}function N({campaign:e,lacks:t}){let{t:n}=D();return e.sample?(0,O.jsx)(m,{tone:`ok`,children:n(`sample`)}):t.length===0?(0,O.jsx)(m,{tone:`ok`,children:n(`whole`)}):(0,O.jsx)(`ul`,{className:`lacks`,children:t.map(e=>(0,O.jsx)(`li`,{children:(0,O.jsx)(m,{tone:e===`refused`?`bad`:`wait`,children:n(`lack.${e}`)})},e))})}export{j as Campaigns};