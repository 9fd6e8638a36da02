import{t as e}from"./useNavigate-BUmzss39.js";import{t}from"./useSearch-DJSQRo28.js";import{a as n,i as r,n as i,s as a}from"./Words-CZI-lKCi.js";import{t as o}from"./client-Rgn4Kloy.js";import{f as s,m as c,p as l,s as u,t as d}from"./Answer-yRhpjcmg.js";import{n as f}from"./followups-C60-sKtM.js";import{t as p}from"./language-DrUDouJg.js";import{t as m}from"./Text-CM8iIiAj.js";import{n as h,r as g,t as _}from"./recipients-Baa-B2UJ.js";import{t as v}from"./preload-helper-BQUUbbNx.js";import{n as y,t as b}from"./State-DkVwSMcp.js";import{t as x}from"./Time-OgWw6PJK.js";import{n as S}from"./viewer-BV540HZv.js";import{r as C}from"./keys-DRx7Ka0S.js";import{t as w}from"./Empty-DBxJHSJe.js";import{t as T}from"./Tabs-DQ50v2FG.js";var E=a(n(),1);function D(e,t,n,r){let i=(t,n)=>(e[t]??[]).map(r=>({text:n(r),without:{[t]:e[t]?.filter(e=>e!==r)}})),a=(t,n)=>{let r=e[t];return r?[{text:n(r),without:{[t]:``}}]:[]},o=(e,t)=>t.find(t=>t.id===e)?.name??e,s=t.flatMap(({successCodes:e})=>e.map(({id:e,label:t})=>({id:e,name:t}))),c=t.flatMap(({goals:e})=>e),l=e=>a(e,t=>n(t===`yes`?`set.${e}`:`set.not.${e}`)),u=(e,t,r)=>e===`~`?n(r):n(t,{name:e.replace(/^~/,``)});return[...O(e,n),...i(`campaign`,e=>n(`set.campaign`,{name:o(e,t)})),...i(`goal`,e=>n(`set.goal`,{name:o(e,c)})),...i(`code`,e=>n(`set.code`,{name:o(e,s)})),...l(`coded`),...l(`converted`),...i(`operator`,e=>u(e,`set.operator`,`set.noOperator`)),...i(`by`,e=>n(`set.by`,{name:e})),...i(`address`,e=>n(`set.address`,{name:e})),...i(`reason`,e=>u(e,`set.reason`,`set.noReason`)),...l(`urgent`),...l(`late`),...a(`from`,e=>n(`set.from`,{day:e})),...a(`to`,e=>n(`set.to`,{day:e})),...a(`receivedFrom`,e=>n(`set.receivedFrom`,{time:r(e)})),...a(`receivedTo`,e=>n(`set.receivedTo`,{time:r(e)})),...a(`closedFrom`,e=>n(`set.closedFrom`,{time:r(e)})),...a(`closedTo`,e=>n(`set.closedTo`,{time:r(e)}))]}function O({state:e=[]},t){return e.length<2?[]:e.map(n=>({text:t(`state.${n.toUpperCase()}`),without:{state:e.filter(e=>e!==n)}}))}var k={reason:[],campaign:[],goal:[],code:[],coded:``,converted:``,operator:[],by:[],address:[],urgent:``,late:``,from:``,to:``,receivedFrom:``,receivedTo:``,closedFrom:``,closedTo:``},A=r();function ee({search:e,campaigns:t,go:n}){let{t:r}=g(),{language:a}=i(),o=(0,E.useRef)(null),s=new Intl.DateTimeFormat(a,{dateStyle:`medium`,timeStyle:`short`}),c=D(e,t,r,e=>Number.isNaN(Date.parse(e))?e:s.format(new Date(e)));if(c.length===0)return null;let l=(e,t)=>{(o.current?.querySelectorAll(`button`)??[])[t+1]?.focus(),n(e)};return(0,A.jsxs)(`ul`,{className:`chips filter-chips`,"aria-label":r(`filters.set`),ref:o,children:[c.map(({text:e,without:t},n)=>(0,A.jsx)(`li`,{children:(0,A.jsxs)(`button`,{type:`button`,className:`chip`,onClick:()=>l(t,n),"aria-label":r(`filters.remove`,{name:e}),children:[(0,A.jsx)(m,{children:e}),` `,(0,A.jsx)(`span`,{"aria-hidden":`true`,children:`×`})]})},e)),(0,A.jsx)(`li`,{children:(0,A.jsx)(`button`,{type:`button`,className:`link small`,onClick:()=>n({...k,...(e.state?.length??0)>1&&{state:[]}}),children:r(`filters.clear`)})})]})}var te=(0,E.lazy)(()=>v(()=>import(`./FilterForm-MmO26Mya.js`),[],import.meta.url));function j(e){let{t}=g(),[n,r]=(0,E.useState)(!1);return(0,A.jsxs)(`details`,{className:`filters`,open:n,onToggle:e=>r(e.currentTarget.open),children:[(0,A.jsx)(`summary`,{className:`button small`,children:t(`filters.title`)}),n&&(0,A.jsx)(E.Suspense,{children:(0,A.jsx)(te,{...e})})]})}var M=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new M(`
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
}
    `,{fragmentName:`Row`});var N=new M(`
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
}`),P=new M(`
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
    `);function F({recipients:e,open:t,onOpen:n,controls:r}){let{t:i}=g(),[a,...o]=e;return a?(0,A.jsxs)(`span`,{className:`recipients-box`,children:[(0,A.jsxs)(`button`,{type:`button`,className:`recipients-button`,"aria-expanded":t,"aria-controls":t?r:void 0,onClick:()=>n(!t),onKeyDown:e=>e.key===`Escape`&&e.currentTarget.blur(),children:[(0,A.jsx)(m,{children:a.name||a.email}),o.length>0&&(0,A.jsxs)(`span`,{className:`muted`,children:[`+`,o.length]}),(0,A.jsx)(`span`,{className:`visually-hidden`,children:i(`inbox.why`)})]}),!t&&(0,A.jsx)(`span`,{className:`why-card`,"aria-hidden":`true`,children:(0,A.jsx)(I,{recipients:e})})]}):(0,A.jsx)(`span`,{className:`muted`,children:i(`inbox.nobody`)})}function I({recipients:e}){let{t}=g();return(0,A.jsx)(`ul`,{className:`recipient-list small`,children:e.map(({name:e,email:n,reasons:r,state:i,words:a})=>(0,A.jsxs)(`li`,{children:[(0,A.jsxs)(`span`,{children:[e&&(0,A.jsx)(`strong`,{children:(0,A.jsx)(m,{children:e})}),` `,(0,A.jsx)(m,{children:n}),` `,i&&(0,A.jsx)(b,{tone:y(i),children:t(`delivery.${i}`)})]}),(0,A.jsx)(`span`,{className:`muted`,children:r.join(` · `)}),a&&(0,A.jsx)(`span`,{className:`muted`,children:(0,A.jsx)(m,{children:a})})]},n))})}var L=(0,E.lazy)(()=>v(()=>import(`./Act-BYE-KXfq.js`),[],import.meta.url));function R({row:e}){let{t}=g(),n=h(e),r=e.reason||(e.decision?.notForwarded?t(`nobody.${e.decision.notForwarded}`):``);return[`FAILED`,`UNCERTAIN`,`HELD`,`NOT_FORWARDED`].includes(e.state)||r!==``?(0,A.jsx)(`tr`,{className:`inbox-trouble ${e.state.toLowerCase()}`,children:(0,A.jsx)(`td`,{colSpan:5,children:(0,A.jsxs)(`div`,{className:`trouble-line`,children:[(0,A.jsxs)(`span`,{className:`small`,children:[r&&(0,A.jsxs)(`span`,{children:[r,` `]}),n.map(({id:e,recipient:n,words:r,state:i})=>(0,A.jsxs)(`span`,{className:`trouble-words`,children:[(0,A.jsx)(m,{children:n.email}),`: `,(0,A.jsx)(m,{children:r||t(`delivery.${i}`)})]},e))]}),(0,A.jsx)(z,{row:e})]})})}):null}function z({row:e}){let{t}=g(),{may:n}=S(),[r,i]=(0,E.useState)(),a=e=>(0,A.jsx)(`button`,{type:`button`,className:`button small`,onClick:()=>i(e),children:t(`step.${e}`)}),o=e.state===`FAILED`?h(e)[0]?.recipient.email??``:``,s=n(`CAMPAIGN`)&&[`FAILED`,`NOT_FORWARDED`].includes(e.state);return(0,A.jsxs)(`span`,{className:`row wrap`,children:[n(`FOLLOW_UP`)&&e.state===`FAILED`&&a(`again`),n(`FOLLOW_UP`)&&e.state===`UNCERTAIN`&&a(`settle`),n(`FOLLOW_UP`)&&e.state===`HELD`&&a(`release`),s&&(0,A.jsx)(l,{className:`button small`,to:`/campaigns/$campaign/addresses`,params:{campaign:e.campaign.id},search:{mend:o},children:t(e.state===`FAILED`?`step.fix`:`step.name`)}),r&&(0,A.jsx)(E.Suspense,{children:(0,A.jsx)(L,{what:r,followUp:e.id,onClose:()=>i(void 0)})})]})}var B=``,V=e=>{B=e};function H(e,t){let n=(0,E.useRef)(-1),r=()=>[...e.current?.querySelectorAll(`[data-row]`)??[]],i=e=>e?.closest(`[data-of]`)?.getAttribute(`data-of`),a=e=>r().findIndex(t=>t.dataset.row===e),o=e=>{let t=r(),n=a(i(document.activeElement)??B);t[n<0?0:Math.min(t.length-1,Math.max(0,n+e))]?.focus()};return C([{keys:`j`,label:t(`keys.next`),run:()=>o(1)},{keys:`k`,label:t(`keys.previous`),run:()=>o(-1)},{keys:`Enter`,label:t(`keys.open`)}]),(0,E.useLayoutEffect)(()=>{if(n.current<0||document.activeElement!==document.body)return;let e=r();e[Math.min(n.current,e.length-1)]?.focus()}),{onFocus:e=>{n.current=a(i(e.target))},onBlur:()=>{n.current=-1}}}function U({row:e}){let{t}=g(),[n,r]=(0,E.useState)(!1),i=(0,E.useId)(),a=_(e),{id:o,number:s,state:c,codes:u,chat:d,campaign:f,submission:p,late:h,sendsAt:v}=e;return(0,A.jsxs)(`tbody`,{"data-of":o,children:[(0,A.jsxs)(`tr`,{className:`inbox-row`,children:[(0,A.jsxs)(`td`,{className:`cell-chat`,children:[(0,A.jsxs)(`span`,{className:`row-number`,children:[`#`,s]}),(0,A.jsx)(`span`,{className:`muted small`,children:(0,A.jsx)(x,{at:d.closedAt})})]}),(0,A.jsxs)(`td`,{className:`cell-visitor`,children:[(0,A.jsxs)(l,{to:`/follow-ups/$number`,params:{number:String(s)},className:`row-link`,"data-row":o,onClick:()=>V(o),children:[(0,A.jsxs)(`span`,{className:`visually-hidden`,children:[`#`,s,` `]}),(0,A.jsx)(m,{children:d.visitor.name||d.visitor.email||d.visitor.phone||t(`inbox.unnamed`)})]}),(0,A.jsx)(`span`,{className:`muted small`,children:(0,A.jsx)(m,{children:d.operators.map(({name:e})=>e).join(`, `)})})]}),(0,A.jsxs)(`td`,{className:`cell-codes`,children:[(0,A.jsxs)(`span`,{className:`chips`,children:[u.map(e=>(0,A.jsx)(`span`,{className:`chip`,children:(0,A.jsx)(m,{children:e})},e)),p.urgent&&(0,A.jsx)(`span`,{className:`flag`,children:t(`inbox.urgent`)}),h&&(0,A.jsx)(`span`,{className:`flag`,children:t(`inbox.late`)})]}),(0,A.jsx)(`span`,{className:`muted small`,children:(0,A.jsx)(m,{children:f.name})})]}),(0,A.jsx)(`td`,{className:`cell-to`,children:(0,A.jsx)(F,{recipients:a,open:n,onOpen:r,controls:i})}),(0,A.jsxs)(`td`,{className:`cell-state`,children:[(0,A.jsx)(b,{tone:y(c),children:t(`state.${c}`)}),v&&(0,A.jsxs)(`span`,{className:`muted small`,children:[t(`inbox.byItself`),` `,(0,A.jsx)(x,{at:v})]})]})]}),(0,A.jsx)(R,{row:e}),n&&(0,A.jsx)(`tr`,{className:`inbox-more`,id:i,children:(0,A.jsx)(`td`,{colSpan:5,children:(0,A.jsx)(I,{recipients:a})})})]})}function W(e,t){let[n,r]=(0,E.useState)(()=>G(e)),i=e.filter(({id:e})=>!n.has(e));return(0,E.useLayoutEffect)(()=>{i.length>0&&!K(t.current)&&r(G(e))},[i.length,e,t]),{rows:e.filter(({id:e})=>n.has(e)),held:i.length,show:()=>r(G(e))}}var G=e=>new Set(e.map(({id:e})=>e)),K=e=>scrollY>100||e?.contains(document.activeElement)||e?.querySelector(`[aria-expanded=true]`)!=null;function q({page:e,search:t}){let{t:n}=g(),r=(0,E.useRef)(null),{rows:i,held:a,show:o}=W(t.before?e.nodes.toReversed():e.nodes,r),s=H(r,n);return(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(`div`,{role:`status`,className:`held`,children:a>0&&(0,A.jsx)(`button`,{type:`button`,className:`button small`,onClick:o,children:n(`inbox.held`,{count:a})})}),(0,A.jsxs)(`table`,{className:`inbox`,ref:r,...s,children:[(0,A.jsx)(`thead`,{children:(0,A.jsxs)(`tr`,{children:[(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.chat`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.visitor`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.codes`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.to`)}),(0,A.jsx)(`th`,{scope:`col`,children:n(`inbox.state`)})]})}),i.map(e=>(0,A.jsx)(U,{row:e},e.id))]}),(0,A.jsx)(J,{page:e,search:t})]})}function J({page:e,search:t}){let{t:n}=g(),{hasNextPage:r,startCursor:i,endCursor:a}=e.pageInfo,o=t.before?r:!!t.after,s=t.before?!0:r,[c,u]=t.before?[a,i]:[i,a];return!o&&!s?null:(0,A.jsxs)(`nav`,{className:`row pages`,"aria-label":n(`inbox.pages`),children:[o&&(0,A.jsx)(l,{className:`button`,to:`/follow-ups`,search:{...t,before:c,after:``},children:n(`inbox.newer`)}),s&&(0,A.jsx)(l,{className:`button`,to:`/follow-ups`,search:{...t,after:u,before:``},children:n(`inbox.older`)})]})}function Y({search:e}){let{t}=g(),{after:n,before:r,...i}=e;return!Object.values(i).some(e=>(e?.length??0)>0)&&!n&&!r?(0,A.jsx)(w,{text:t(`inbox.empty`)}):(0,A.jsx)(w,{text:t(n||r?`inbox.noMore`:`inbox.nothing`),children:(0,A.jsx)(l,{className:`button`,to:`/follow-ups`,search:n||r?i:{},children:t(n||r?`inbox.newest`:`inbox.showAll`)})})}function X(){let{t:e}=g();return(0,A.jsx)(`div`,{role:`alert`,children:(0,A.jsx)(w,{text:e(`inbox.tooFar`)})})}var Z=300;function ne({value:e,onSearch:t}){let{t:n}=g(),r=(0,E.useRef)(null),[i,a]=(0,E.useState)(null),o=(0,E.useRef)(t);o.current=t;let s=i?.trim().length===1;return(0,E.useEffect)(()=>{if(i===null||s)return;let e=setTimeout(()=>void o.current(i.trim()).then(()=>a(e=>e===i?null:e)),Z);return()=>clearTimeout(e)},[i,s]),C([{keys:`/`,label:n(`inbox.search`),run:()=>r.current?.focus()}]),(0,A.jsxs)(`div`,{className:`inbox-search`,children:[(0,A.jsx)(`input`,{ref:r,type:`search`,className:`input`,maxLength:100,"aria-label":n(`inbox.search`),"aria-describedby":s?`search-hint`:void 0,placeholder:n(`inbox.search`),dir:`auto`,value:i??e,onChange:e=>a(e.target.value)}),s&&(0,A.jsx)(`p`,{id:`search-hint`,className:`small muted`,children:n(`inbox.short`)})]})}var Q=[`FAILED`,`UNCERTAIN`,`HELD`,`AWAITING_CODE`,`AWAITING_OK`,`AWAITING_TRANSCRIPT`,`HOLDING`,`QUEUED`,`NOT_FORWARDED`,`SENT`,`DELIVERED`];function re({search:e,counts:t}){let{t:n}=g(),r=e.state??[],i=e=>t.find(t=>t.state===e)?.count??0,a=e=>i(e)>0||r.includes(e.toLowerCase()),o=t=>e.q||t===0?null:t,s=t=>(0,A.jsx)($,{search:e,states:[t.toLowerCase()],count:o(i(t)),bad:y(t)===`bad`,children:n(`state.${t}`)},t),c=Q.filter(e=>!a(e));return(0,A.jsxs)(T,{label:n(`inbox.states`),children:[(0,A.jsx)($,{search:e,states:[],count:o(t.reduce((e,{count:t})=>e+t,0)),children:n(`inbox.all`)}),Q.filter(a).map(s),c.length>0&&(0,A.jsxs)(`details`,{className:`more-states`,children:[(0,A.jsx)(`summary`,{children:n(`inbox.more`)}),(0,A.jsx)(`div`,{className:`menu-box`,children:c.map(s)})]})]})}function $({search:e,states:t,count:n,bad:r=!1,children:i}){let{language:a}=g(),o=c({to:`/follow-ups`,search:{...e,state:t,after:``,before:``},resetScroll:!1}),s=String(e.state??[])===String(t);return(0,A.jsxs)(`a`,{...o,"aria-current":s?`page`:void 0,children:[i,n!==null&&(0,A.jsx)(`span`,{className:r?`count bad`:`count`,children:new Intl.NumberFormat(a).format(n)})]})}function ie(){let{t:n,language:r}=g(),i=t({from:`/follow-ups`}),a=e({from:`/follow-ups`}),o=(e,t=!1)=>a({search:{...i,after:``,before:``,...e},replace:t,resetScroll:!1}),c=s(`account`,P,{}),l=f(i),m=s(`followUps`,N,{language:p(r),filter:l,counted:{...l,search:``,states:[]},after:i.before||i.after||null,oldestFirst:!!i.before}),h=c.data?.campaigns??[],_=m.data?.followUps.nodes??[];return(0,A.jsxs)(u,{title:n(`inbox.title`),actions:(0,A.jsx)(ne,{value:i.q??``,onSearch:e=>o({q:e},!0)}),children:[(0,A.jsx)(re,{search:i,counts:m.data?.followUpCounts??[]}),(0,A.jsx)(j,{search:i,campaigns:h,rows:_,go:o}),(0,A.jsx)(ee,{search:i,campaigns:h,go:o}),ae(m)?(0,A.jsx)(X,{}):(0,A.jsx)(d,{of:m,children:e=>(0,A.jsx)(oe,{inbox:m,result:e,search:i})})]})}var ae=({error:e})=>e instanceof o&&e.code===`INVALID`&&e.field.endsWith(`search`);function oe({inbox:e,result:t,search:n}){let r=JSON.stringify(n),[i,a]=(0,E.useState)(r);!e.isPlaceholderData&&i!==r&&a(r);let{nodes:o}=t.followUps;return o.length===0?(0,A.jsx)(Y,{search:n}):(0,A.jsx)(q,{page:t.followUps,search:n},i)}export{ie as Inbox};