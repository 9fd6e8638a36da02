const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./base-OAZdsIbA.css"])))=>i.map(i=>d[i]);
import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./useNavigate-DNzsfxPa.js";import{t as n}from"./useSearch-DhtugqXB.js";import{i as r,r as i}from"./react-AyOTluXZ.js";import{a,d as o,g as s,i as c,n as l,o as u,s as d,v as f}from"./base-CTmk8UTt.js";import{a as p}from"./data-DzwsbZCa.js";import{n as m}from"./followups-C60-sKtM.js";import{s as h,t as g}from"./Answer-BvqSZd80.js";import{n as _,t as v}from"./link-CtCcNamM.js";import{t as y}from"./Text-COXIjOdy.js";import{t as b}from"./Time-DC31v31L.js";import{n as x,t as S}from"./recipients-DV0kf57v.js";import{n as C}from"./viewer-HpT3TdIj.js";import{n as ee,t as w}from"./useMarker-0VQ5H_9H.js";import{t as T}from"./Empty-BHJKPafv.js";import{r as E}from"./keys-BTo5v2jD.js";import{t as D}from"./Tabs-BiTdBemB.js";var O=e(r(),1),te=s({english:{"inbox.title":`Follow-ups`,"inbox.search":`Search visitor, number, text or address`,"inbox.short":`One more character, please.`,"inbox.states":`States`,"inbox.all":`All`,"inbox.more":`More`,"inbox.empty":`No follow-ups yet. The first one appears here when a chat is closed.`,"inbox.try":`Try it`,"inbox.connect":`Connect my chat`,"inbox.nothing":`No follow-up is like that.`,"inbox.showAll":`Show all follow-ups`,"inbox.noMore":`There are no more.`,"inbox.newest":`Go to the newest`,"inbox.tooFar":`Nothing was found in as many follow-ups as are looked through at once. Choose a period or a campaign under Filter to look further back.`,"inbox.held":{one:`Show {count} new`,other:`Show {count} new`},"inbox.pages":`Pages of the list`,"inbox.newer":`← Newer`,"inbox.older":`Older →`,"inbox.chat":`Chat`,"inbox.visitor":`Visitor`,"inbox.codes":`Codes`,"inbox.to":`Goes to`,"inbox.state":`State`,"inbox.unnamed":`A visitor`,"inbox.urgent":`Urgent`,"inbox.late":`Newer version`,"inbox.byItself":`by itself`,"inbox.nobody":`nobody yet`,"inbox.why":`: who gets it and why`,"filters.title":`Filter`,"nobody.STANDARD_EMPTY":`Nobody is named for chats without a code.`,"nobody.CODES_UNADDRESSED":`Nobody is named for these codes.`,"step.again":`Send again…`,"step.settle":`Settle…`,"step.release":`Release…`,"step.fix":`Fix the address`,"step.name":`Name somebody`,"keys.next":`Next follow-up`,"keys.previous":`Previous follow-up`,"keys.open":`Open it`},others:{de:()=>d(()=>import(`./de-b7lFOf7J.js`),[],import.meta.url),nl:()=>d(()=>import(`./nl-CZ6GYYrS.js`),[],import.meta.url)}},l),k=o(te),A=i(),j=(0,O.lazy)(()=>d(()=>import(`./FilterForm-DJdU-be-.js`),__vite__mapDeps([0]),import.meta.url));function M(e){let{t}=k(),[n,r]=(0,O.useState)(!1);return(0,A.jsxs)(`details`,{className:`filters`,open:n,onToggle:e=>r(e.currentTarget.open),children:[(0,A.jsx)(`summary`,{className:`button small`,children:t(`filters.title`)}),n&&(0,A.jsx)(O.Suspense,{children:(0,A.jsx)(j,{...e})})]})}var N=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},P=new N(`
    query Inbox($language: Language!, $filter: FollowUpFilter, $counted: FollowUpFilter, $after: String, $oldestFirst: Boolean!) {
  followUps(filter: $filter, first: 50, after: $after, oldestFirst: $oldestFirst) {
    nodes {
      ...Row
    }
    pageInfo {
      hasNextPage
      startCursor
      endCursor
    }
  }
  followUpCounts(filter: $counted) {
    state
    count
  }
}
    fragment Row on FollowUp {
  id
  number
  state
  reason(language: $language)
  codes
  sendsAt
  late
  submission {
    urgent
  }
  campaign {
    id
    name
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
  decision {
    recipients {
      address {
        name
        email
      }
      reasons {
        sentence(language: $language)
      }
    }
    notForwarded
  }
  receipt {
    id
    state
    recipient {
      name
      email
    }
    words
    reasons {
      sentence(language: $language)
    }
    replacedBy {
      id
    }
  }
}`),F=new N(`
    query Choices {
  campaigns {
    id
    name
    goals {
      id
      name
    }
    successCodes {
      id
      label
    }
  }
}
    `);function I({recipients:e,open:t,onOpen:n,controls:r}){let{t:i}=k(),[a,o]=(0,O.useState)(!1),[s,...c]=e;return s?(0,A.jsxs)(`span`,{className:`recipients-box`,onPointerEnter:()=>o(!0),onPointerLeave:()=>o(!1),children:[(0,A.jsxs)(`button`,{type:`button`,className:`recipients-button`,"aria-expanded":t,"aria-controls":t?r:void 0,onClick:()=>n(!t),onFocus:e=>o(e.currentTarget.matches(`:focus-visible`)),onBlur:()=>o(!1),children:[(0,A.jsx)(y,{children:s.name||s.email}),c.length>0&&(0,A.jsxs)(`span`,{className:`muted`,children:[`+`,c.length]}),(0,A.jsx)(`span`,{className:`visually-hidden`,children:i(`inbox.why`)})]}),a&&!t&&(0,A.jsx)(L,{recipients:e,onClose:()=>o(!1)})]}):(0,A.jsx)(`span`,{className:`muted`,children:i(`inbox.nobody`)})}function L({recipients:e,onClose:t}){return(0,O.useEffect)(()=>{let e=e=>e.key===`Escape`&&t();return addEventListener(`keydown`,e),()=>removeEventListener(`keydown`,e)}),(0,A.jsx)(`span`,{className:`why-card`,"aria-hidden":`true`,children:(0,A.jsx)(R,{recipients:e})})}function R({recipients:e}){let{t}=k();return(0,A.jsx)(`ul`,{className:`recipient-list small`,children:e.map(({name:e,email:n,reasons:r,state:i,words:o})=>(0,A.jsxs)(`li`,{children:[(0,A.jsxs)(`span`,{children:[e&&(0,A.jsx)(`strong`,{children:(0,A.jsx)(y,{children:e})}),` `,(0,A.jsx)(y,{children:n}),` `,i&&(0,A.jsx)(c,{tone:a(i),children:t(`delivery.${i}`)})]}),(0,A.jsx)(`span`,{className:`muted`,children:r.join(` · `)}),o&&(0,A.jsx)(`span`,{className:`muted`,children:(0,A.jsx)(y,{children:o})})]},n))})}var z=(0,O.lazy)(()=>d(()=>import(`./Act-D72oDxxo.js`),__vite__mapDeps([0]),import.meta.url));function B({row:e}){let{t}=k(),n=x(e),r=e.reason||(e.decision?.notForwarded?t(`nobody.${e.decision.notForwarded}`):``);return[`FAILED`,`UNCERTAIN`,`HELD`,`NOT_FORWARDED`].includes(e.state)||r!==``?(0,A.jsx)(`tr`,{className:`inbox-trouble ${e.state.toLowerCase()}`,children:(0,A.jsx)(`td`,{colSpan:5,children:(0,A.jsxs)(`div`,{className:`trouble-line`,children:[(0,A.jsxs)(`span`,{className:`small`,children:[r&&(0,A.jsxs)(`span`,{children:[r,` `]}),n.map(({id:e,recipient:n,words:r,state:i})=>(0,A.jsxs)(`span`,{className:`trouble-words`,children:[(0,A.jsx)(y,{children:n.email}),`: `,(0,A.jsx)(y,{children:r||t(`delivery.${i}`)})]},e))]}),(0,A.jsx)(V,{row:e})]})})}):null}function V({row:e}){let{t}=k(),{may:n}=C(),[r,i]=(0,O.useState)(),a=e=>(0,A.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(e),children:t(`step.${e}`)}),o=e.state===`FAILED`?x(e)[0]?.recipient.email??``:``,s=n(`CAMPAIGN`)&&[`FAILED`,`NOT_FORWARDED`].includes(e.state);return(0,A.jsxs)(`span`,{className:`row wrap`,children:[n(`FOLLOW_UP`)&&e.state===`FAILED`&&a(`again`),n(`FOLLOW_UP`)&&e.state===`UNCERTAIN`&&a(`settle`),n(`FOLLOW_UP`)&&e.state===`HELD`&&a(`release`),s&&(0,A.jsx)(v,{className:`button small`,to:`/campaigns/$campaign/addresses`,params:{campaign:e.campaign.id},search:{mend:o},children:t(e.state===`FAILED`?`step.fix`:`step.name`)}),r&&(0,A.jsx)(O.Suspense,{children:(0,A.jsx)(z,{what:r,followUp:e.id,onClose:()=>i(void 0)})})]})}function H({row:e}){let{t}=k(),[n,r]=(0,O.useState)(!1),i=(0,O.useId)(),o=S(e),{id:s,number:l,state:u,codes:d,chat:f,campaign:p,submission:m,late:h,sendsAt:g}=e;return(0,A.jsxs)(`tbody`,{"data-of":s,children:[(0,A.jsxs)(`tr`,{className:`inbox-row`,children:[(0,A.jsxs)(`td`,{className:`cell-chat`,children:[(0,A.jsxs)(`span`,{className:`row-number`,children:[`#`,l]}),(0,A.jsx)(`span`,{className:`muted small`,children:(0,A.jsx)(b,{at:f.closedAt})})]}),(0,A.jsxs)(`td`,{className:`cell-visitor`,children:[(0,A.jsxs)(v,{to:`/follow-ups/$number`,params:{number:String(l)},className:`row-link`,"data-row":s,onClick:()=>w(s),children:[(0,A.jsxs)(`span`,{className:`visually-hidden`,children:[`#`,l,` `]}),(0,A.jsx)(y,{children:f.visitor.name||f.visitor.email||f.visitor.phone||t(`inbox.unnamed`)})]}),(0,A.jsx)(`span`,{className:`muted small`,children:(0,A.jsx)(y,{children:f.operators.map(({name:e})=>e).join(`, `)})})]}),(0,A.jsxs)(`td`,{className:`cell-codes`,children:[(0,A.jsxs)(`span`,{className:`chips`,children:[d.map(e=>(0,A.jsx)(`span`,{className:`chip`,children:(0,A.jsx)(y,{children:e})},e)),m.urgent&&(0,A.jsx)(`span`,{className:`flag`,children:t(`inbox.urgent`)}),h&&(0,A.jsx)(`span`,{className:`flag`,children:t(`inbox.late`)})]}),(0,A.jsx)(`span`,{className:`muted small`,children:(0,A.jsx)(y,{children:p.name})})]}),(0,A.jsx)(`td`,{className:`cell-to`,children:(0,A.jsx)(I,{recipients:o,open:n,onOpen:r,controls:i})}),(0,A.jsxs)(`td`,{className:`cell-state`,children:[(0,A.jsx)(c,{tone:a(u),children:t(`state.${u}`)}),g&&(0,A.jsxs)(`span`,{className:`muted small`,children:[t(`inbox.byItself`),` `,(0,A.jsx)(b,{at:g})]})]})]}),(0,A.jsx)(B,{row:e}),n&&(0,A.jsx)(`tr`,{className:`inbox-more`,id:i,children:(0,A.jsx)(`td`,{colSpan:5,children:(0,A.jsx)(R,{recipients:o})})})]})}function U(e,t){let[n,r]=(0,O.useState)(()=>W(e)),i=e.filter(({id:e})=>!n.has(e));return(0,O.useLayoutEffect)(()=>{i.length>0&&!G(t.current)&&r(W(e))},[i.length,e,t]),{rows:e.filter(({id:e})=>n.has(e)),held:i.length,show:()=>r(W(e))}}var W=e=>new Set(e.map(({id:e})=>e)),G=e=>scrollY>100||e?.contains(document.activeElement)||e?.querySelector(`[aria-expanded=true]`)!=null;function K({page:e,search:t}){let{t:n}=k(),r=(0,O.useRef)(null),{rows:i,held:a,show:o}=U(t.before?e.nodes.toReversed():e.nodes,r),s=ee(r,{next:n(`keys.next`),previous:n(`keys.previous`),open:n(`keys.open`)});return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(`div`,{role:`status`,className:`held`,children:a>0&&(0,A.jsx)(`button`,{type:`button`,className:`button small`,onClick:o,children:n(`inbox.held`,{count:a})})}),(0,A.jsxs)(`table`,{className:`inbox`,ref:r,...s,children:[(0,A.jsx)(`thead`,{children:(0,A.jsxs)(`tr`,{children:[(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.chat`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.visitor`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.codes`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.to`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.state`)})]})}),i.map(e=>(0,A.jsx)(H,{row:e},e.id))]}),(0,A.jsx)(q,{page:e,search:t})]})}function q({page:e,search:t}){let{t:n}=k(),{hasNextPage:r,startCursor:i,endCursor:a}=e.pageInfo,o=t.before?r:!!t.after,s=t.before?!0:r,[c,l]=t.before?[a,i]:[i,a];return!o&&!s?null:(0,A.jsxs)(`nav`,{className:`row pages`,"aria-label":n(`inbox.pages`),children:[o&&(0,A.jsx)(v,{className:`button`,to:`/follow-ups`,search:{...t,before:c,after:``},children:n(`inbox.newer`)}),s&&(0,A.jsx)(v,{className:`button`,to:`/follow-ups`,search:{...t,after:l,before:``},children:n(`inbox.older`)})]})}function J({search:e}){let{t}=k(),{after:n,before:r,...i}=e;return!Object.values(i).some(e=>(e?.length??0)>0)&&!n&&!r?(0,A.jsx)(Y,{}):(0,A.jsx)(T,{text:t(n||r?`inbox.noMore`:`inbox.nothing`),children:(0,A.jsx)(v,{className:`button`,to:`/follow-ups`,search:n||r?i:{},children:t(n||r?`inbox.newest`:`inbox.showAll`)})})}function Y(){let{t:e}=k(),t=C().may(`ACCOUNT`);return(0,A.jsx)(T,{text:e(`inbox.empty`),children:t&&(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(v,{className:`button`,to:`/start`,children:e(`inbox.try`)}),(0,A.jsx)(v,{className:`button`,to:`/sources/connect`,children:e(`inbox.connect`)})]})})}function X(){let{t:e}=k();return(0,A.jsx)(`div`,{role:`alert`,children:(0,A.jsx)(T,{text:e(`inbox.tooFar`)})})}var Z=300;function ne({value:e,onSearch:t}){let{t:n}=k(),r=(0,O.useRef)(null),[i,a]=(0,O.useState)(null),o=(0,O.useRef)(t);o.current=t;let s=i?.trim().length===1;return(0,O.useEffect)(()=>{if(i===null||s)return;let e=setTimeout(()=>void o.current(i.trim()).then(()=>a(e=>e===i?null:e)),Z);return()=>clearTimeout(e)},[i,s]),E([{keys:`/`,label:n(`inbox.search`),run:()=>r.current?.focus()}]),(0,A.jsxs)(`div`,{className:`inbox-search`,children:[(0,A.jsx)(`input`,{ref:r,type:`search`,className:`input`,maxLength:100,"aria-label":n(`inbox.search`),"aria-describedby":s?`search-hint`:void 0,placeholder:n(`inbox.search`),dir:`auto`,value:i??e,onChange:e=>a(e.target.value)}),s&&(0,A.jsx)(`p`,{id:`search-hint`,className:`small muted`,children:n(`inbox.short`)})]})}var Q=[`FAILED`,`UNCERTAIN`,`HELD`,`AWAITING_CODE`,`AWAITING_OK`,`AWAITING_TRANSCRIPT`,`HOLDING`,`QUEUED`,`NOT_FORWARDED`,`SENT`,`DELIVERED`];function re({search:e,counts:t}){let{t:n}=k(),r=e.state??[],i=e=>t.find(t=>t.state===e)?.count??0,o=e=>i(e)>0||r.includes(e.toLowerCase()),s=t=>e.q||t===0?null:t,c=t=>(0,A.jsx)($,{search:e,states:[t.toLowerCase()],count:s(i(t)),bad:a(t)===`bad`,children:n(`state.${t}`)},t),l=Q.filter(e=>!o(e));return(0,A.jsxs)(D,{label:n(`inbox.states`),children:[(0,A.jsx)($,{search:e,states:[],count:s(t.reduce((e,{count:t})=>e+t,0)),children:n(`inbox.all`)}),Q.filter(o).map(c),l.length>0&&(0,A.jsxs)(`details`,{className:`more-states`,children:[(0,A.jsx)(`summary`,{children:n(`inbox.more`)}),(0,A.jsx)(`div`,{className:`menu-box`,children:l.map(c)})]})]})}function $({search:e,states:t,count:n,bad:r=!1,children:i}){let{language:a}=k(),o=_({to:`/follow-ups`,search:{...e,state:t,after:``,before:``},resetScroll:!1}),s=String(e.state??[])===String(t);return(0,A.jsxs)(`a`,{...o,"aria-current":s?`page`:void 0,children:[i,n!==null&&(0,A.jsx)(`span`,{className:r?`count bad`:`count`,children:new Intl.NumberFormat(a).format(n)})]})}var ie=(0,O.lazy)(()=>d(()=>import(`./Chips-Cz_rbtWl.js`),__vite__mapDeps([0]),import.meta.url));function ae(){let{t:e,language:r}=k(),i=n({from:`/follow-ups`}),a=t({from:`/follow-ups`}),o=(e,t=!1)=>a({search:{...i,after:``,before:``,...e},replace:t,resetScroll:!1}),s=p(`account`,F,{}),c=m(i),l=p(`followUps`,P,{language:u(r),filter:c,counted:{...c,search:``,states:[]},after:i.before||i.after||null,oldestFirst:!!i.before}),d=s.data?.campaigns??[],f=l.data?.followUps.nodes??[];return(0,A.jsxs)(h,{title:e(`inbox.title`),actions:(0,A.jsx)(ne,{value:i.q??``,onSearch:e=>o({q:e},!0)}),children:[(0,A.jsx)(re,{search:i,counts:l.data?.followUpCounts??[]}),(0,A.jsx)(M,{search:i,campaigns:d,rows:f,go:o}),oe(i)&&(0,A.jsx)(O.Suspense,{children:(0,A.jsx)(ie,{search:i,campaigns:d,go:o})}),se(l)?(0,A.jsx)(X,{}):(0,A.jsx)(g,{of:l,children:e=>(0,A.jsx)(ce,{inbox:l,result:e,search:i})})]})}var oe=({state:e=[],q:t,after:n,before:r,...i})=>e.length>1||Object.values(i).some(e=>(e?.length??0)>0),se=({error:e})=>e instanceof f&&e.code===`INVALID`&&e.field.endsWith(`search`);function ce({inbox:e,result:t,search:n}){let r=JSON.stringify(n),[i,a]=(0,O.useState)(r);!e.isPlaceholderData&&i!==r&&a(r);let{nodes:o}=t.followUps;return o.length===0?(0,A.jsx)(J,{search:n}):(0,A.jsx)(K,{page:t.followUps,search:n},i)}export{ae as Inbox};