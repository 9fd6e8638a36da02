import{t as e}from"./useParams-CYUGY2QY.js";import{a as t,l as n,r,t as i,u as a}from"./Answer-01w9xb9p.js";import{n as o}from"./viewer-BV540HZv.js";import{t as s}from"./NoPage-DL-3L1W9.js";import{a as c,t as l}from"./Page-HJkjYRow.js";import{a as u,i as d,r as f,s as p}from"./Words-CZI-lKCi.js";import{t as m}from"./Dialog-B4fj0mOH.js";import{t as h}from"./preload-helper-BQUUbbNx.js";import{t as g}from"./State-DkVwSMcp.js";import{t as _}from"./Time-Bd_vDMJW.js";import{t as v}from"./Field-B3ZUwF08.js";import{t as y}from"./link-TF7BlENS.js";import{a as b,t as x}from"./followups-C60-sKtM.js";import{t as S}from"./client-Rgn4Kloy.js";import{n as C}from"./Toast-DIg1pWCQ.js";var w=p(u(),1);function ee(e,t){if(e===void 0)return{shouldBlockFn:()=>!0,withResolver:!1};if(`shouldBlockFn`in e)return e;if(typeof e==`function`){let n=!!(t??!0);return{shouldBlockFn:async()=>n?await e():!1,enableBeforeUnload:n,withResolver:!1}}let n=!!(e.condition??!0),r=e.blockerFn;return{shouldBlockFn:async()=>n&&r!==void 0?await r():n,enableBeforeUnload:n,withResolver:r===void 0}}function te(e,t){let{shouldBlockFn:n,enableBeforeUnload:r=!0,disabled:i=!1,withResolver:a=!1}=ee(e,t),o=c(),{history:s}=o,[l,u]=w.useState({status:`idle`,current:void 0,next:void 0,action:void 0,proceed:void 0,reset:void 0});return w.useEffect(()=>i?void 0:s.block({blockerFn:async e=>{function t(e){let t=o.parseLocation(e),[,n,r]=o.getMatchedRoutes(t.pathname);return r===void 0?{routeId:`__notFound__`,fullPath:t.pathname,pathname:t.pathname,params:n,search:o.options.parseSearch(e.search)}:{routeId:r.id,fullPath:r.fullPath,pathname:t.pathname,params:n,search:o.options.parseSearch(e.search)}}let r=t(e.currentLocation),i=t(e.nextLocation);if(r.routeId===`__notFound__`&&i.routeId!==`__notFound__`)return!1;let s=await n({action:e.action,current:r,next:i});if(!a)return s;if(!s)return!1;let c=await new Promise(t=>{u({status:`blocked`,current:r,next:i,action:e.action,proceed:()=>t(!1),reset:()=>t(!0)})});return u({status:`idle`,current:void 0,next:void 0,action:void 0,proceed:void 0,reset:void 0}),c},enableBeforeUnload:r}),[n,r,i,a,s,o]),l}var T=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new T(`
    fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}
    `,{fragmentName:`SavedList`}),new T(`
    fragment SavedTable on FollowUpAddresses {
  version
  comment
  savedAt
  savedBy {
    name
  }
  standard {
    ...SavedList
  }
  codes {
    code {
      id
      label
      color
      hint
      retired
      goal {
        id
        name
      }
    }
    addresses {
      ...SavedList
    }
  }
}
    fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}`,{fragmentName:`SavedTable`});var ne=new T(`
    query Addresses($campaign: ID!) {
  campaign(id: $campaign) {
    id
    name
    goalSettings {
      allowMultiple
      unaddressed
    }
    goals {
      id
    }
    followUpAddresses {
      ...SavedTable
    }
    addressHoles {
      code {
        id
      }
      chats
    }
  }
}
    fragment SavedTable on FollowUpAddresses {
  version
  comment
  savedAt
  savedBy {
    name
  }
  standard {
    ...SavedList
  }
  codes {
    code {
      id
      label
      color
      hint
      retired
      goal {
        id
        name
      }
    }
    addresses {
      ...SavedList
    }
  }
}
fragment SavedList on AddressList {
  text
  items {
    name
    email
    text
    health {
      healthy
      goodAt
      refusedAt
      refusals
      words
    }
  }
}`),E=new T(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      email
      text
    }
  }
}
    `),D=new T(`
    mutation SaveAddresses($input: SaveFollowUpAddressesInput!) {
  saveFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
  }
}
    `),O=new T(`
    mutation RestoreAddresses($input: RestoreFollowUpAddressesInput!) {
  restoreFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
    kept {
      label
    }
  }
}
    `),k=f({english:{title:`Follow-up addresses`,lead:`Who gets a chat, by the success code that it was given. Type or paste addresses as a@example.com; b@example.com.`,standard:`Standard`,"standard.hint":`When there is no code, or no code has an address`,noGoal:`Without a goal`,retired:{one:`{count} retired code`,other:`{count} retired codes`},changed:`Changed`,add:`Add an address for {row}`,placeholder:`a@example.com; b@example.com`,"field.help":`Enter adds what is typed. The left arrow goes to the addresses, where Delete removes one and Enter lets you change it.`,chip:`{address}, change`,remove:`Remove {address}`,copy:`Copy`,copied:`Copied`,"copy.row":`Copy the addresses for {row}`,"health.ok":`Mails arrive`,"health.refused":`Refused`,"health.mend":`{address} refuses mails: see what can be done`,"hole.toStandard":`→ standard`,"hole.nobody":`Nobody gets these chats`,"hole.standard":`Nobody: these chats go nowhere`,"hole.lost":{one:`{count} chat went nowhere in the last 30 days`,other:`{count} chats went nowhere in the last 30 days`},"wrong.noAt":`“{text}” has no @.`,"wrong.manyAts":`“{text}” has more than one @: put a ; between addresses.`,"wrong.noHost":`“{text}” lacks something before or after the @.`,"wrong.noDot":`“{text}” has no dot after the @.`,"wrong.blank":`“{text}” has a blank in the address: a name goes in front, as in Jane <jane@example.com>.`,"wrong.angle":`“{text}” has a < or > too many or too few.`,"wrong.quote":`“{text}” has a double quote that is never closed.`,"wrong.letters":`“{text}” has a character that cannot be in an address.`,"newer.title":`The table was saved by somebody else meanwhile`,"newer.by":`Version {version}, by {name}`,"newer.merged":`Your changes are to other rows, and stay on top of it.`,"newer.disputed":`These rows were changed by both of you. Choose what becomes of each.`,"newer.ok":`I have seen it`,somebody:`somebody`,nobody:`nobody`,"choice.mine":`Yours`,"choice.theirs":`Theirs`,"choice.both":`Both together`,publish:`Publish`,publishing:`Publishing…`,"publish.changed":{one:`{count} row changed, not published yet`,other:`{count} rows changed, not published yet`},"publish.unread":{one:`{count} row has text that is no address yet`,other:`{count} rows have text that is no address yet`},"publish.disputed":`Choose first what becomes of the rows that both of you have changed`,comment:`Comment`,"comment.placeholder":`Why, for those who look later`,drop:`Drop the changes`,published:`Version {version} is published`,"leave.title":`Leave without publishing?`,"leave.text":`Your changes to the follow-up addresses are not published. If you leave, they are lost.`,"leave.stay":`Stay here`,"leave.go":`Leave and lose them`},others:{de:()=>h(()=>import(`./de-A6V_9niL.js`),[],import.meta.url),nl:()=>h(()=>import(`./nl-BtrBaeA_.js`),[],import.meta.url)}}),A=d();function re({dirty:e}){let{t}=k(),n=te({shouldBlockFn:({current:t,next:n})=>e&&t.pathname!==n.pathname,enableBeforeUnload:e,withResolver:!0}),r=()=>n.reset?.();return(0,A.jsxs)(m,{title:t(`leave.title`),open:n.status===`blocked`,onClose:r,children:[(0,A.jsx)(`p`,{children:t(`leave.text`)}),(0,A.jsxs)(`div`,{className:`row wrap`,children:[(0,A.jsx)(`button`,{type:`button`,className:`button primary`,onClick:r,children:t(`leave.stay`)}),(0,A.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>n.proceed?.(),children:t(`leave.go`)})]})]})}function j(e){let t=[],n=[];for(let r of ie(e)){let e=ae(r);typeof e==`string`?n.push({text:r,why:e}):t.push(e)}return{items:t,rest:n.map(({text:e})=>e).join(`; `),wrong:n}}function ie(e){let t=[``],n=!1,r=!1;for(let i of e)/[\n\v\f\r\u0085\u2028\u2029]/.test(i)||!n&&(i===`;`||i===`,`)?(n=!1,t.push(``)):(i===`"`&&!r&&(n=!n),r=n&&i===`\\`&&!r,t[t.length-1]+=i);return t.map(e=>e.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu,``)).filter(e=>e!==``)}function ae(e){let t=/^((?:"(?:[^"\\]|\\.)*"|[^"<])*)<\s*([^<>]*?)\s*>$/.exec(e);if(!t){if(/^[^"]*"[^"]*$/.test(e))return`quote`;if(/[<>]/.test(e))return`angle`}let n=(t?.[2]??e).replace(/^mailto:\s*/i,``),r=M(n);if(r)return r;let i=(t?.[1]??``).replace(/"((?:[^"\\]|\\.)*)"/g,(e,t)=>t.replace(/\\(.)/g,`$1`)).replace(/\s+/g,` `).trim();return N(i.toLowerCase()===n.toLowerCase()?``:i,n)}function M(e){let[t,n,...r]=e.split(`@`);if(n===void 0)return`noAt`;if(r.length>0)return`manyAts`;if(/\s/.test(e))return`blank`;if(!t||!n)return`noHost`;if(!/[^.]\.[^.]/.test(n))return`noDot`;if(!/^[\w#$&'*+/=^`{|}~?.-]+$/.test(t)||!/^[\p{L}\p{M}\p{N}.-]+$/u.test(n)||/\.\.|^[.-]|[.]$/.test(t))return`letters`}function N(e,t){let[n=``,r=``]=t.split(`@`),i=`${n}@${r.toLowerCase()}`,a=/[()<>[\]:;@\\,"]/.test(e)?`"${e.replace(/[\\"]/g,`\\$&`)}"`:e;return{name:e,email:i,text:e?`${a} <${i}>`:i}}var P=({email:e})=>e.toLowerCase();function F(e,t){let n=new Map;for(let r of[...e,...t]){let e=n.get(P(r));e?!e.name&&r.name&&n.set(P(r),N(r.name,e.email)):n.set(P(r),r)}return[...n.values()]}var I=(e,t)=>e.filter(e=>P(e)!==t.toLowerCase()),L=(e,t)=>e.some(e=>P(e)===t.toLowerCase()),R=e=>e.map(({text:e})=>e).join(`; `),z=(e,t)=>e.length===t.length&&B(e)===B(t),B=e=>e.map(e=>`${P(e)} ${e.name}`).sort().join(`
`),V=`standard`;function H({goals:e,followUpAddresses:t,addressHoles:n}){let r=new Map(n.map(({code:e,chats:t})=>[e?.id??`standard`,t])),i=new Map(e.map(({id:e},t)=>[e,t])),a=({goal:t})=>i.get(t?.id??``)??e.length;return[...[...t.codes].sort((e,t)=>a(e.code)-a(t.code)).map(({code:e,addresses:t})=>({id:e.id,label:e.label,color:e.color,hint:e.hint,goal:e.goal?.name??``,retired:e.retired,saved:U(t),lost:r.get(e.id)??0})),{id:V,label:``,color:``,hint:``,goal:``,retired:!1,saved:U(t.standard),lost:r.get(`standard`)??0}]}var U=({items:e})=>e.map(({name:e,email:t,text:n})=>({name:e,email:t,text:n}));function W({standard:e,codes:t}){let n=new Map;for(let{items:r}of[e,...t.map(({addresses:e})=>e)])for(let e of r)e.health&&n.set(P(e),e.health);return n}var G={since:0,changes:{},typed:{}},K=(e,{id:t,saved:n})=>e.changes[t]?.now??n;function q(e,t,n){let{[t.id]:r,...i}=e.changes,a=r?.was??t.saved;return{...e,changes:z(a,n)?i:{...i,[t.id]:{was:a,now:n}}}}function J(e,t,n){let{[t]:r,...i}=e.typed;return{...e,typed:n.trim()===``?i:{...i,[t]:n}}}var Y=(e,t)=>t.filter(t=>!z(K(e,t),t.saved)),oe=(e,t)=>Y(e,t).filter(({id:t,saved:n})=>{let r=e.changes[t];return r!==void 0&&!z(r.was,n)}),X=(e,t)=>Y(e,t).length>0||Object.keys(e.typed).length>0;function Z(e,{saved:t},{was:n,now:r}){return e===`both`?F(t.filter(e=>!L(n,e.email)||L(r,e.email)),r.filter(e=>!L(n,e.email))):e===`mine`?r:t}function se(e,t,n){let{[t.id]:r,...i}=e.changes;if(!r)return e;let a=Z(n,t,r);return{...e,changes:z(a,t.saved)?i:{...i,[t.id]:{was:t.saved,now:a}}}}function ce(e,t,n,r){return le(e,t,n).reduce((e,t)=>{let i=K(e,t),a=i.findIndex(e=>P(e)===n.toLowerCase()),o=r.filter(e=>!L(I(i,n),e.email));return q(e,t,[...i.slice(0,a),...o,...i.slice(a+1)])},e)}var le=(e,t,n)=>t.filter(t=>!t.retired&&L(K(e,t),n));function ue(e,t){let n=t=>R(K(e,t)),r=t.find(({id:e})=>e===V);return{standard:r?n(r):``,codes:t.filter(({id:e,retired:t})=>e!==`standard`&&!t).map(e=>({code:e.id,addresses:n(e)}))}}function de({desk:e}){let{t}=k(),{version:n,savedAt:r,savedBy:i}=e.campaign.followUpAddresses;return!e.dirty||e.draft.since===n?null:(0,A.jsxs)(`section`,{className:`card newer`,"aria-label":t(`newer.title`),children:[(0,A.jsxs)(`div`,{role:`status`,children:[(0,A.jsx)(g,{tone:`wait`,children:t(`newer.title`)}),(0,A.jsxs)(`p`,{children:[t(`newer.by`,{name:i?.name??t(`somebody`),version:n}),` `,r&&(0,A.jsx)(_,{at:r})]}),(0,A.jsx)(`p`,{className:`muted`,children:t(e.disputed.length>0?`newer.disputed`:`newer.merged`)})]}),e.disputed.map(t=>(0,A.jsx)(pe,{row:t,desk:e},t.id)),e.disputed.length===0&&(0,A.jsx)(`button`,{type:`button`,className:`button small`,onClick:e.note,children:t(`newer.ok`)})]})}var fe=[`mine`,`theirs`,`both`];function pe({row:e,desk:t}){let{t:n}=k(),r=t.draft.changes[e.id];return r?(0,A.jsxs)(`fieldset`,{className:`dispute`,children:[(0,A.jsx)(`legend`,{children:(0,A.jsx)(`bdi`,{children:e.id===`standard`?n(`standard`):e.label})}),fe.map(i=>(0,A.jsxs)(`button`,{type:`button`,className:`button dispute-choice`,onClick:()=>t.settle(e,i),children:[(0,A.jsx)(`span`,{children:n(`choice.${i}`)}),(0,A.jsx)(`bdi`,{className:`small muted`,children:R(Z(i,e,r))||n(`nobody`)})]},i))]}):null}function me({desk:e,publishing:t}){let{t:n}=k(),[i,a]=(0,w.useState)(``);if(!e.dirty)return null;let o=Object.keys(e.draft.typed).length,s=o===0&&e.disputed.length===0&&e.changed.length>0,c=o>0?n(`publish.unread`,{count:o}):e.disputed.length>0?n(`publish.disputed`):``,l=async()=>{s&&await t.publish(i)&&a(``)};return(0,A.jsxs)(`form`,{className:`publish card`,"aria-label":n(`publish`),onSubmit:e=>{e.preventDefault(),l()},children:[(0,A.jsx)(r,{problem:t.problem}),(0,A.jsx)(`p`,{role:`status`,children:c||n(`publish.changed`,{count:e.changed.length})}),(0,A.jsxs)(`div`,{className:`publish-controls`,children:[(0,A.jsx)(v,{label:n(`comment`),problem:t.comment,children:e=>(0,A.jsx)(`input`,{...e,className:`input`,maxLength:500,placeholder:n(`comment.placeholder`),value:i,onChange:e=>a(e.target.value)})}),(0,A.jsx)(`button`,{type:`submit`,className:`button primary`,"aria-disabled":!s||t.busy,children:n(t.busy?`publishing`:`publish`)}),(0,A.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:e.drop,children:n(`drop`)})]})]})}function he({item:e,health:t,onRemove:n,onRewrite:r,onMove:i,onMend:a}){let{t:o}=k(),s={ArrowLeft:()=>i(-1),ArrowRight:()=>i(1),Delete:n,Backspace:n};return(0,A.jsxs)(`li`,{className:t?.healthy===!1?`address-chip bad`:`address-chip`,children:[(0,A.jsx)(`button`,{type:`button`,"data-chip":!0,tabIndex:-1,className:`chip-text`,title:e.text,"aria-label":o(`chip`,{address:e.text}),onKeyDown:e=>{let t=s[e.key];t&&(e.preventDefault(),t())},onClick:r,children:(0,A.jsx)(Q,{item:e})}),t&&(0,A.jsx)(ge,{health:t,item:e,...a&&{onMend:a}}),(0,A.jsx)(`button`,{type:`button`,className:`chip-remove`,tabIndex:-1,"aria-label":o(`remove`,{address:e.email}),onClick:n,children:(0,A.jsx)(`span`,{"aria-hidden":`true`,children:`×`})})]})}function Q({item:{name:e,email:t}}){return e?(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(`bdi`,{children:e}),` `,(0,A.jsx)(`bdi`,{className:`muted small`,children:t})]}):(0,A.jsx)(`bdi`,{children:t})}function ge({health:e,item:t,onMend:n}){let{t:r}=k();if(e.healthy)return(0,A.jsxs)(`svg`,{viewBox:`0 0 10 10`,width:`8`,height:`8`,role:`img`,"aria-label":r(`health.ok`),className:`state ok`,children:[(0,A.jsx)(`title`,{children:r(`health.ok`)}),(0,A.jsx)(`circle`,{cx:`5`,cy:`5`,r:`4.5`,fill:`currentColor`})]});let i=(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(`svg`,{viewBox:`0 0 10 10`,width:`10`,height:`10`,"aria-hidden":`true`,children:(0,A.jsx)(`path`,{d:`M5 0l5 5-5 5-5-5z`,fill:`currentColor`})}),r(`health.refused`)]});return n?(0,A.jsx)(`button`,{type:`button`,className:`state bad small chip-mend`,"aria-label":r(`health.mend`,{address:t.email}),onClick:n,children:i}):(0,A.jsx)(`span`,{className:`state bad small`,children:i})}function _e({id:e,campaign:t,typed:n,known:r}){let i=(0,w.useDeferredValue)(n.trim()),o=a(`account`,E,i===``||i.includes(`<`)?null:{campaign:t,prefix:i});return(0,A.jsx)(`datalist`,{id:e,children:o.data?.addressSuggestions.filter(({address:e})=>!r(e.email)).map(({address:e})=>(0,A.jsx)(`option`,{value:e.text},e.email))})}function $({label:e,campaign:t,list:n,typed:r,problem:i,health:a,onList:o,onTyped:s,onMend:c}){let{t:l}=k(),u=(0,w.useId)(),d=(0,w.useRef)(null),f=(0,w.useRef)(null),[p,m]=(0,w.useState)(!1),h=e=>{let{items:t,rest:r}=j(e);t.length>0&&o(F(n,t)),s(r)},g=(e,t)=>{o(I(n,e.email)),_(t===0?void 0:t-1)},_=e=>{let t=f.current?.querySelectorAll(`[data-chip]`)??[];((e===void 0?d.current:t[e])??d.current)?.focus()},v=e=>{o(I(n,e.email)),s([e.text,r].filter(Boolean).join(`; `)),d.current?.focus()},y=e=>{let t=e.currentTarget.selectionStart===0&&e.currentTarget.selectionEnd===0;e.key===`Enter`||(e.key===`;`||e.key===`,`)&&j(r).wrong.length===0?(e.preventDefault(),h(r)):n.length>0&&t&&(e.key===`ArrowLeft`||e.key===`Backspace`&&r===``)&&(e.preventDefault(),_(n.length-1))},b=e=>{let t=e.clipboardData.getData(`text`),{items:n}=j(t);n.length!==0&&r===``&&(e.preventDefault(),h(t))},x=e=>{e.currentTarget.contains(e.relatedTarget)||(m(!0),r!==``&&h(r))},S=p&&r!==``?j(r).wrong:[],C=[`${u}-help`,(i||S.length>0)&&`${u}-problem`].filter(Boolean).join(` `);return(0,A.jsxs)(`div`,{className:`address-field`,children:[(0,A.jsxs)(`div`,{className:`address-box`,role:`group`,"aria-label":e,onBlur:x,onFocus:()=>m(!1),children:[n.length>0&&(0,A.jsx)(`ul`,{ref:f,className:`address-chips`,children:n.map((e,t)=>(0,A.jsx)(he,{item:e,health:a?.get(P(e)),...c&&{onMend:()=>c(e)},onRemove:()=>g(e,t),onRewrite:()=>v(e),onMove:e=>_(t+e<n.length?Math.max(0,t+e):void 0)},P(e)))}),(0,A.jsx)(`input`,{ref:d,id:u,className:`address-input`,type:`text`,inputMode:`email`,autoComplete:`off`,autoCapitalize:`none`,spellCheck:!1,dir:`auto`,"aria-label":l(`add`,{row:e}),"aria-describedby":C,"aria-invalid":S.length>0||i?!0:void 0,placeholder:n.length===0?l(`placeholder`):``,list:`${u}-known`,value:r,onChange:e=>s(e.target.value),onKeyDown:y,onPaste:b}),(0,A.jsx)(_e,{id:`${u}-known`,campaign:t,typed:r,known:e=>L(n,e)})]}),(0,A.jsx)(`span`,{id:`${u}-help`,className:`visually-hidden`,children:l(`field.help`)}),(i||S.length>0)&&(0,A.jsx)(`p`,{id:`${u}-problem`,role:`alert`,className:`small problem`,children:i||S.map(({text:e,why:t})=>l(`wrong.${t}`,{text:e})).join(` `)})]})}function ve({name:e,list:t}){let{t:n}=k(),[r,i]=(0,w.useState)(``),a=R(t);return a===``?null:(0,A.jsx)(`button`,{type:`button`,className:`button quiet small`,"aria-label":n(`copy.row`,{row:e}),onClick:()=>void navigator.clipboard.writeText(a).then(()=>i(a)),children:(0,A.jsx)(`span`,{role:`status`,children:n(r===a?`copied`:`copy`)})})}function ye({meant:e,children:t}){return(0,A.jsx)(y,{to:`/follow-ups`,search:b(e),target:`_blank`,rel:`noopener`,children:t})}var be=(e,{id:t},n=new Date().toISOString().slice(0,10))=>({campaigns:[e],states:[`NOT_FORWARDED`],days:{first:x(n,-30),last:x(n,1)},...t===`standard`?{reasons:[`standard_empty`]}:{codes:[t]}});function xe({row:e,campaign:t}){let{t:n}=k(),{unaddressed:r}=t.goalSettings,i=e.id===`standard`||r===`NOT_FORWARDED`;return(0,A.jsxs)(`p`,{className:`hole small`,children:[i?(0,A.jsx)(g,{tone:`bad`,children:n(e.id===`standard`?`hole.standard`:`hole.nobody`)}):(0,A.jsx)(`span`,{children:n(`hole.toStandard`)}),e.lost>0&&(0,A.jsx)(ye,{meant:be(t.id,e),children:n(`hole.lost`,{count:e.lost})})]})}function Se({row:e,desk:t,mayEdit:n,problems:r,onMend:i}){let{t:a}=k(),o=t.list(e),s=e.id===`standard`?a(`standard`):e.label,c=n&&!e.retired;return(0,A.jsxs)(`li`,{className:t.changed.includes(e)?`address-row changed`:`address-row`,children:[(0,A.jsxs)(`div`,{className:`row-name`,children:[(0,A.jsx)(Ce,{row:e}),t.changed.includes(e)&&(0,A.jsx)(`span`,{className:`flag`,children:a(`changed`)})]}),(0,A.jsxs)(`div`,{className:`row-list`,children:[c?(0,A.jsx)($,{label:s,campaign:t.campaign.id,list:o,typed:t.draft.typed[e.id]??``,problem:r?.get(e.id)??``,health:t.health,onList:n=>t.put(e,n),onTyped:n=>t.type(e,n),...i&&{onMend:i}}):(0,A.jsx)(we,{list:o}),o.length===0&&!e.retired&&(0,A.jsx)(xe,{row:e,campaign:t.campaign})]}),(0,A.jsx)(`div`,{className:`row-tools`,children:(0,A.jsx)(ve,{name:s,list:o})})]})}function Ce({row:{id:e,label:t,color:n,hint:r}}){let{t:i}=k();return e===`standard`?(0,A.jsxs)(A.Fragment,{children:[(0,A.jsx)(`strong`,{children:i(`standard`)}),(0,A.jsx)(`span`,{className:`small muted`,children:i(`standard.hint`)})]}):(0,A.jsxs)(A.Fragment,{children:[(0,A.jsxs)(`strong`,{children:[n&&(0,A.jsx)(`span`,{className:`code-color`,style:{background:n}}),(0,A.jsx)(`bdi`,{children:t})]}),r&&(0,A.jsx)(`bdi`,{className:`small muted`,children:r})]})}function we({list:e}){return e.length===0?null:(0,A.jsx)(`ul`,{className:`address-chips plain`,children:e.map(e=>(0,A.jsx)(`li`,{className:`address-chip`,children:(0,A.jsx)(`span`,{className:`chip-text`,children:(0,A.jsx)(Q,{item:e})})},P(e)))})}function Te({desk:e,...t}){let{t:n}=k(),r=e.rows.filter(({id:e,retired:t})=>!t&&e!==`standard`),i=e.rows.filter(({retired:e})=>e),a=e.rows.find(({id:e})=>e===V),o=[...new Set(r.map(({goal:e})=>e))],s=n=>(0,A.jsx)(Se,{row:n,desk:e,...t},n.id);return(0,A.jsxs)(`div`,{className:`address-table`,children:[o.map(e=>(0,A.jsxs)(`section`,{"aria-label":e||n(`noGoal`),children:[(e||o.length>1)&&(0,A.jsx)(`h2`,{className:`goal-name`,children:e?(0,A.jsx)(`bdi`,{children:e}):n(`noGoal`)}),(0,A.jsx)(`ul`,{className:`address-rows`,children:r.filter(t=>t.goal===e).map(s)})]},e)),i.length>0&&(0,A.jsxs)(`details`,{className:`retired`,children:[(0,A.jsx)(`summary`,{children:n(`retired`,{count:i.length})}),(0,A.jsx)(`ul`,{className:`address-rows`,children:i.map(s)})]}),a&&(0,A.jsx)(`section`,{"aria-label":n(`standard`),children:(0,A.jsx)(`ul`,{className:`address-rows standard`,children:s(a)})})]})}function Ee(e){let[t,n]=(0,w.useState)(G),r=(0,w.useMemo)(()=>H(e),[e]),i=(0,w.useMemo)(()=>W(e.followUpAddresses),[e]),{version:a}=e.followUpAddresses,o=e=>n(t=>({...e(t),since:X(t,r)?t.since:a}));return{campaign:e,rows:r,draft:t,health:i,changed:Y(t,r),disputed:oe(t,r),dirty:X(t,r),list:e=>K(t,e),put:(e,t)=>o(n=>q(n,e,t)),putAll:e=>o(t=>r.reduce((t,n)=>e.has(n.id)?q(t,n,e.get(n.id)??[]):t,t)),type:(e,t)=>o(n=>J(n,e.id,t)),replace:(e,t)=>o(n=>ce(n,r,e,t)),settle:(e,t)=>o(n=>se(n,e,t)),note:()=>n(e=>({...e,since:a})),drop:()=>n(G)}}function De(e,r){let{t:i}=k(),a=n(D),o=n(O),s=C(),c=e.campaign.id,l=e.campaign.followUpAddresses,u=ue(e.draft,e.rows),d=e=>l.version>0?o.run({campaign:c,version:l.version,expectedVersion:e}):a.run({campaign:c,version:e,standard:``,codes:u.codes.map(({code:e})=>({code:e,addresses:``}))}),f=async t=>{let n=await a.run({campaign:c,version:l.version,comment:t,...u});if(!n)return r(),!1;let{version:o}=n.saveFollowUpAddresses?.followUpAddresses??{version:l.version+1};return e.drop(),s(i(`published`,{version:o}),()=>d(o)),!0},p=new Map([[V,t(a.problem,`input.standard`)],...u.codes.map(({code:e},n)=>[e,t(a.problem,`input.codes[${n}].addresses`)])]);return{publish:f,busy:a.busy,problem:Oe(a.problem),comment:t(a.problem,`input.comment`),rows:p}}function Oe(e){return e instanceof S?e.all.find(({field:e})=>!/^input\.(standard|comment|codes\[\d+\]\.addresses)$/.test(e))??null:e}function ke(){let{campaign:t}=e({from:`/campaigns/$campaign/addresses`}),n=a(`all`,ne,{campaign:t});return(0,A.jsx)(i,{of:n,children:({campaign:e})=>e?(0,A.jsx)(Ae,{campaign:e,onStale:()=>void n.refetch()},e.id):(0,A.jsx)(s,{})})}function Ae({campaign:e,onStale:t}){let{t:n}=k(),r=Ee(e),i=De(r,t),a=o().may(`CAMPAIGN`);return(0,A.jsxs)(l,{title:n(`title`),children:[(0,A.jsx)(`p`,{className:`muted lead`,children:n(`lead`)}),(0,A.jsx)(de,{desk:r}),(0,A.jsx)(Te,{desk:r,mayEdit:a,problems:i.rows}),a&&(0,A.jsx)(me,{desk:r,publishing:i}),(0,A.jsx)(re,{dirty:r.dirty})]})}export{ke as Addresses};