import{n as e,r as t,t as n}from"./NoPage-BRB0MQqO.js";import{c as r,m as i,n as a,r as o,s,t as c}from"./Answer-BP1i93mc.js";import{a as l,r as u,t as d}from"./Dialog-pl_t-A9T.js";import{t as f}from"./Page-Dg82xaA_.js";import{a as p,i as m,r as h,s as g}from"./Words-CZI-lKCi.js";import{t as _}from"./preload-helper-BQUUbbNx.js";import{t as v}from"./State-BtfjuC2_.js";import{t as y}from"./Time-Bd_vDMJW.js";import{i as b,t as x}from"./followups-DJmXmACu.js";import{t as S}from"./client-Rgn4Kloy.js";var C=g(p(),1);function w(e,t){if(e===void 0)return{shouldBlockFn:()=>!0,withResolver:!1};if(`shouldBlockFn`in e)return e;if(typeof e==`function`){let n=!!(t??!0);return{shouldBlockFn:async()=>n?await e():!1,enableBeforeUnload:n,withResolver:!1}}let n=!!(e.condition??!0),r=e.blockerFn;return{shouldBlockFn:async()=>n&&r!==void 0?await r():n,enableBeforeUnload:n,withResolver:r===void 0}}function ee(e,t){let{shouldBlockFn:n,enableBeforeUnload:r=!0,disabled:a=!1,withResolver:o=!1}=w(e,t),s=i(),{history:c}=s,[l,u]=C.useState({status:`idle`,current:void 0,next:void 0,action:void 0,proceed:void 0,reset:void 0});return C.useEffect(()=>a?void 0:c.block({blockerFn:async e=>{function t(e){let t=s.parseLocation(e),[,n,r]=s.getMatchedRoutes(t.pathname);return r===void 0?{routeId:`__notFound__`,fullPath:t.pathname,pathname:t.pathname,params:n,search:s.options.parseSearch(e.search)}:{routeId:r.id,fullPath:r.fullPath,pathname:t.pathname,params:n,search:s.options.parseSearch(e.search)}}let r=t(e.currentLocation),i=t(e.nextLocation);if(r.routeId===`__notFound__`&&i.routeId!==`__notFound__`)return!1;let a=await n({action:e.action,current:r,next:i});if(!o)return a;if(!a)return!1;let c=await new Promise(t=>{u({status:`blocked`,current:r,next:i,action:e.action,proceed:()=>t(!1),reset:()=>t(!0)})});return u({status:`idle`,current:void 0,next:void 0,action:void 0,proceed:void 0,reset:void 0}),c},enableBeforeUnload:r}),[n,r,a,o,c,s]),l}var T=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new T(`
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
}`,{fragmentName:`SavedTable`});var E=new T(`
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
}`),D=new T(`
    query SuggestAddresses($campaign: ID!, $prefix: String!) {
  addressSuggestions(campaign: $campaign, prefix: $prefix, first: 8) {
    address {
      email
      text
    }
  }
}
    `),O=new T(`
    mutation SaveAddresses($input: SaveFollowUpAddressesInput!) {
  saveFollowUpAddresses(input: $input) {
    followUpAddresses {
      version
    }
  }
}
    `),k=new T(`
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
    `),A=h({english:{title:`Follow-up addresses`,lead:`Who gets a chat, by the success code that it was given. Type or paste addresses as a@example.com; b@example.com.`,standard:`Standard`,"standard.hint":`When there is no code, or no code has an address`,noGoal:`Without a goal`,retired:{one:`{count} retired code`,other:`{count} retired codes`},changed:`Changed`,add:`Add an address for {row}`,placeholder:`a@example.com; b@example.com`,"field.help":`Enter adds what is typed. The left arrow goes to the addresses, where Delete removes one and Enter lets you change it.`,chip:`{address}, change`,remove:`Remove {address}`,copy:`Copy`,copied:`Copied`,"copy.row":`Copy the addresses for {row}`,"health.ok":`Mails arrive`,"health.refused":`Refused`,"health.mend":`{address} refuses mails: see what can be done`,"hole.toStandard":`→ standard`,"hole.nobody":`Nobody gets these chats`,"hole.standard":`Nobody: these chats go nowhere`,"hole.lost":{one:`{count} chat went nowhere in the last 30 days`,other:`{count} chats went nowhere in the last 30 days`},"wrong.noAt":`“{text}” has no @.`,"wrong.manyAts":`“{text}” has more than one @: put a ; between addresses.`,"wrong.noHost":`“{text}” lacks something before or after the @.`,"wrong.noDot":`“{text}” has no dot after the @.`,"wrong.blank":`“{text}” has a blank in the address: a name goes in front, as in Jane <jane@example.com>.`,"wrong.angle":`“{text}” has a < or > too many or too few.`,"wrong.quote":`“{text}” has a double quote that is never closed.`,"wrong.letters":`“{text}” has a character that cannot be in an address.`,"newer.title":`The table was saved by somebody else meanwhile`,"newer.by":`Version {version}, by {name}`,"newer.merged":`Your changes are to other rows, and stay on top of it.`,"newer.disputed":`These rows were changed by both of you. Choose what becomes of each.`,"newer.ok":`I have seen it`,somebody:`somebody`,nobody:`nobody`,"choice.mine":`Yours`,"choice.theirs":`Theirs`,"choice.both":`Both together`,publish:`Publish`,publishing:`Publishing…`,"publish.changed":{one:`{count} row changed, not published yet`,other:`{count} rows changed, not published yet`},"publish.unread":{one:`{count} row has text that is no address yet`,other:`{count} rows have text that is no address yet`},"publish.disputed":`Choose first what becomes of the rows that both of you have changed`,comment:`Comment`,"comment.placeholder":`Why, for those who look later`,drop:`Drop the changes`,published:`Version {version} is published`,"leave.title":`Leave without publishing?`,"leave.text":`Your changes to the follow-up addresses are not published. If you leave, they are lost.`,"leave.stay":`Stay here`,"leave.go":`Leave and lose them`},others:{de:()=>_(()=>import(`./de-A6V_9niL.js`),[],import.meta.url),nl:()=>_(()=>import(`./nl-BtrBaeA_.js`),[],import.meta.url)}}),j=m();function M({dirty:e}){let{t}=A(),n=ee({shouldBlockFn:({current:t,next:n})=>e&&t.pathname!==n.pathname,enableBeforeUnload:e,withResolver:!0}),r=()=>n.reset?.();return(0,j.jsxs)(d,{title:t(`leave.title`),open:n.status===`blocked`,onClose:r,children:[(0,j.jsx)(`p`,{children:t(`leave.text`)}),(0,j.jsxs)(`div`,{className:`row wrap`,children:[(0,j.jsx)(`button`,{type:`button`,className:`button primary`,onClick:r,children:t(`leave.stay`)}),(0,j.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>n.proceed?.(),children:t(`leave.go`)})]})]})}function N(e){let t=[],n=[];for(let r of te(e)){let e=ne(r);typeof e==`string`?n.push({text:r,why:e}):t.push(e)}return{items:t,rest:n.map(({text:e})=>e).join(`; `),wrong:n}}function te(e){let t=[``],n=!1,r=!1;for(let i of e)/[\n\v\f\r\u0085\u2028\u2029]/.test(i)||!n&&(i===`;`||i===`,`)?(n=!1,t.push(``)):(i===`"`&&!r&&(n=!n),r=n&&i===`\\`&&!r,t[t.length-1]+=i);return t.map(e=>e.replace(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu,``)).filter(e=>e!==``)}function ne(e){let t=/^((?:"(?:[^"\\]|\\.)*"|[^"<])*)<\s*([^<>]*?)\s*>$/.exec(e);if(!t){if(/^[^"]*"[^"]*$/.test(e))return`quote`;if(/[<>]/.test(e))return`angle`}let n=(t?.[2]??e).replace(/^mailto:\s*/i,``),r=re(n);if(r)return r;let i=(t?.[1]??``).replace(/"((?:[^"\\]|\\.)*)"/g,(e,t)=>t.replace(/\\(.)/g,`$1`)).replace(/\s+/g,` `).trim();return P(i.toLowerCase()===n.toLowerCase()?``:i,n)}function re(e){let[t,n,...r]=e.split(`@`);if(n===void 0)return`noAt`;if(r.length>0)return`manyAts`;if(/\s/.test(e))return`blank`;if(!t||!n)return`noHost`;if(!/[^.]\.[^.]/.test(n))return`noDot`;if(!/^[\w#$&'*+/=^`{|}~?.-]+$/.test(t)||!/^[\p{L}\p{M}\p{N}.-]+$/u.test(n)||/\.\.|^[.-]|[.]$/.test(t))return`letters`}function P(e,t){let[n=``,r=``]=t.split(`@`),i=`${n}@${r.toLowerCase()}`,a=/[()<>[\]:;@\\,"]/.test(e)?`"${e.replace(/[\\"]/g,`\\$&`)}"`:e;return{name:e,email:i,text:e?`${a} <${i}>`:i}}var F=({email:e})=>e.toLowerCase();function I(e,t){let n=new Map;for(let r of[...e,...t]){let e=n.get(F(r));e?!e.name&&r.name&&n.set(F(r),P(r.name,e.email)):n.set(F(r),r)}return[...n.values()]}var L=(e,t)=>e.filter(e=>F(e)!==t.toLowerCase()),R=(e,t)=>e.some(e=>F(e)===t.toLowerCase()),z=e=>e.map(({text:e})=>e).join(`; `),B=(e,t)=>e.length===t.length&&V(e)===V(t),V=e=>e.map(e=>`${F(e)} ${e.name}`).sort().join(`
`),H=`standard`;function ie({goals:e,followUpAddresses:t,addressHoles:n}){let r=new Map(n.map(({code:e,chats:t})=>[e?.id??`standard`,t])),i=new Map(e.map(({id:e},t)=>[e,t])),a=({goal:t})=>i.get(t?.id??``)??e.length;return[...[...t.codes].sort((e,t)=>a(e.code)-a(t.code)).map(({code:e,addresses:t})=>({id:e.id,label:e.label,color:e.color,hint:e.hint,goal:e.goal?.name??``,retired:e.retired,saved:U(t),lost:r.get(e.id)??0})),{id:H,label:``,color:``,hint:``,goal:``,retired:!1,saved:U(t.standard),lost:r.get(`standard`)??0}]}var U=({items:e})=>e.map(({name:e,email:t,text:n})=>({name:e,email:t,text:n}));function W({standard:e,codes:t}){let n=new Map;for(let{items:r}of[e,...t.map(({addresses:e})=>e)])for(let e of r)e.health&&n.set(F(e),e.health);return n}var G={since:0,changes:{},typed:{}},K=(e,{id:t,saved:n})=>e.changes[t]?.now??n;function q(e,t,n){let{[t.id]:r,...i}=e.changes,a=r?.was??t.saved;return{...e,changes:B(a,n)?i:{...i,[t.id]:{was:a,now:n}}}}function J(e,t,n){let{[t]:r,...i}=e.typed;return{...e,typed:n.trim()===``?i:{...i,[t]:n}}}var Y=(e,t)=>t.filter(t=>!B(K(e,t),t.saved)),ae=(e,t)=>Y(e,t).filter(({id:t,saved:n})=>{let r=e.changes[t];return r!==void 0&&!B(r.was,n)}),X=(e,t)=>Y(e,t).length>0||Object.keys(e.typed).length>0;function Z(e,{saved:t},{was:n,now:r}){return e===`both`?I(t.filter(e=>!R(n,e.email)||R(r,e.email)),r.filter(e=>!R(n,e.email))):e===`mine`?r:t}function oe(e,t,n){let{[t.id]:r,...i}=e.changes;if(!r)return e;let a=Z(n,t,r);return{...e,changes:B(a,t.saved)?i:{...i,[t.id]:{was:t.saved,now:a}}}}function Q(e,t,n,r){return se(e,t,n).reduce((e,t)=>{let i=K(e,t),a=i.findIndex(e=>F(e)===n.toLowerCase()),o=r.filter(e=>!R(L(i,n),e.email));return q(e,t,[...i.slice(0,a),...o,...i.slice(a+1)])},e)}var se=(e,t,n)=>t.filter(t=>!t.retired&&R(K(e,t),n));function ce(e,t){let n=t=>z(K(e,t)),r=t.find(({id:e})=>e===H);return{standard:r?n(r):``,codes:t.filter(({id:e,retired:t})=>e!==`standard`&&!t).map(e=>({code:e.id,addresses:n(e)}))}}function le({desk:e}){let{t}=A(),{version:n,savedAt:r,savedBy:i}=e.campaign.followUpAddresses;return!e.dirty||e.draft.since===n?null:(0,j.jsxs)(`section`,{className:`card newer`,"aria-label":t(`newer.title`),children:[(0,j.jsxs)(`div`,{role:`status`,children:[(0,j.jsx)(v,{tone:`wait`,children:t(`newer.title`)}),(0,j.jsxs)(`p`,{children:[t(`newer.by`,{name:i?.name??t(`somebody`),version:n}),` `,r&&(0,j.jsx)(y,{at:r})]}),(0,j.jsx)(`p`,{className:`muted`,children:t(e.disputed.length>0?`newer.disputed`:`newer.merged`)})]}),e.disputed.map(t=>(0,j.jsx)(de,{row:t,desk:e},t.id)),e.disputed.length===0&&(0,j.jsx)(`button`,{type:`button`,className:`button small`,onClick:e.note,children:t(`newer.ok`)})]})}var ue=[`mine`,`theirs`,`both`];function de({row:e,desk:t}){let{t:n}=A(),r=t.draft.changes[e.id];return r?(0,j.jsxs)(`fieldset`,{className:`dispute`,children:[(0,j.jsx)(`legend`,{children:(0,j.jsx)(`bdi`,{children:e.id===`standard`?n(`standard`):e.label})}),ue.map(i=>(0,j.jsxs)(`button`,{type:`button`,className:`button dispute-choice`,onClick:()=>t.settle(e,i),children:[(0,j.jsx)(`span`,{children:n(`choice.${i}`)}),(0,j.jsx)(`bdi`,{className:`small muted`,children:z(Z(i,e,r))||n(`nobody`)})]},i))]}):null}function fe({label:e,hint:t,problem:n,children:r}){let i=(0,C.useId)(),a=[t&&`${i}-hint`,n&&`${i}-problem`].filter(Boolean).join(` `);return(0,j.jsxs)(`div`,{className:`field`,children:[(0,j.jsx)(`label`,{htmlFor:i,children:e}),r({id:i,"aria-describedby":a||void 0,"aria-invalid":n?!0:void 0}),t&&(0,j.jsx)(`p`,{id:`${i}-hint`,className:`small muted`,children:t}),n&&(0,j.jsx)(`p`,{id:`${i}-problem`,role:`alert`,className:`small problem`,children:n})]})}function pe({desk:e,publishing:t}){let{t:n}=A(),[r,i]=(0,C.useState)(``);if(!e.dirty)return null;let o=Object.keys(e.draft.typed).length,s=o===0&&e.disputed.length===0&&e.changed.length>0,c=o>0?n(`publish.unread`,{count:o}):e.disputed.length>0?n(`publish.disputed`):``,l=async()=>{s&&await t.publish(r)&&i(``)};return(0,j.jsxs)(`form`,{className:`publish card`,"aria-label":n(`publish`),onSubmit:e=>{e.preventDefault(),l()},children:[(0,j.jsx)(a,{problem:t.problem}),(0,j.jsx)(`p`,{role:`status`,children:c||n(`publish.changed`,{count:e.changed.length})}),(0,j.jsxs)(`div`,{className:`publish-controls`,children:[(0,j.jsx)(fe,{label:n(`comment`),problem:t.comment,children:e=>(0,j.jsx)(`input`,{...e,className:`input`,maxLength:500,placeholder:n(`comment.placeholder`),value:r,onChange:e=>i(e.target.value)})}),(0,j.jsx)(`button`,{type:`submit`,className:`button primary`,"aria-disabled":!s||t.busy,children:n(t.busy?`publishing`:`publish`)}),(0,j.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:e.drop,children:n(`drop`)})]})]})}function me({item:e,health:t,onRemove:n,onRewrite:r,onMove:i,onMend:a}){let{t:o}=A(),s={ArrowLeft:()=>i(-1),ArrowRight:()=>i(1),Delete:n,Backspace:n};return(0,j.jsxs)(`li`,{className:t?.healthy===!1?`address-chip bad`:`address-chip`,children:[(0,j.jsx)(`button`,{type:`button`,"data-chip":!0,tabIndex:-1,className:`chip-text`,title:e.text,"aria-label":o(`chip`,{address:e.text}),onKeyDown:e=>{let t=s[e.key];t&&(e.preventDefault(),t())},onClick:r,children:(0,j.jsx)($,{item:e})}),t&&(0,j.jsx)(he,{health:t,item:e,...a&&{onMend:a}}),(0,j.jsx)(`button`,{type:`button`,className:`chip-remove`,tabIndex:-1,"aria-label":o(`remove`,{address:e.email}),onClick:n,children:(0,j.jsx)(`span`,{"aria-hidden":`true`,children:`×`})})]})}function $({item:{name:e,email:t}}){return e?(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`bdi`,{children:e}),` `,(0,j.jsx)(`bdi`,{className:`muted small`,children:t})]}):(0,j.jsx)(`bdi`,{children:t})}function he({health:e,item:t,onMend:n}){let{t:r}=A();if(e.healthy)return(0,j.jsxs)(`svg`,{viewBox:`0 0 10 10`,width:`8`,height:`8`,role:`img`,"aria-label":r(`health.ok`),className:`state ok`,children:[(0,j.jsx)(`title`,{children:r(`health.ok`)}),(0,j.jsx)(`circle`,{cx:`5`,cy:`5`,r:`4.5`,fill:`currentColor`})]});let i=(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`svg`,{viewBox:`0 0 10 10`,width:`10`,height:`10`,"aria-hidden":`true`,children:(0,j.jsx)(`path`,{d:`M5 0l5 5-5 5-5-5z`,fill:`currentColor`})}),r(`health.refused`)]});return n?(0,j.jsx)(`button`,{type:`button`,className:`state bad small chip-mend`,"aria-label":r(`health.mend`,{address:t.email}),onClick:n,children:i}):(0,j.jsx)(`span`,{className:`state bad small`,children:i})}function ge({id:e,campaign:t,typed:n,known:i}){let a=(0,C.useDeferredValue)(n.trim()),o=r(`account`,D,a===``||a.includes(`<`)?null:{campaign:t,prefix:a});return(0,j.jsx)(`datalist`,{id:e,children:o.data?.addressSuggestions.filter(({address:e})=>!i(e.email)).map(({address:e})=>(0,j.jsx)(`option`,{value:e.text},e.email))})}function _e({label:e,campaign:t,list:n,typed:r,problem:i,health:a,onList:o,onTyped:s,onMend:c}){let{t:l}=A(),u=(0,C.useId)(),d=(0,C.useRef)(null),f=(0,C.useRef)(null),[p,m]=(0,C.useState)(!1),h=e=>{let{items:t,rest:r}=N(e);t.length>0&&o(I(n,t)),s(r)},g=(e,t)=>{o(L(n,e.email)),_(t===0?void 0:t-1)},_=e=>{let t=f.current?.querySelectorAll(`[data-chip]`)??[];((e===void 0?d.current:t[e])??d.current)?.focus()},v=e=>{o(L(n,e.email)),s([e.text,r].filter(Boolean).join(`; `)),d.current?.focus()},y=e=>{let t=e.currentTarget.selectionStart===0&&e.currentTarget.selectionEnd===0;e.key===`Enter`||(e.key===`;`||e.key===`,`)&&N(r).wrong.length===0?(e.preventDefault(),h(r)):n.length>0&&t&&(e.key===`ArrowLeft`||e.key===`Backspace`&&r===``)&&(e.preventDefault(),_(n.length-1))},b=e=>{let t=e.clipboardData.getData(`text`),{items:n}=N(t);n.length!==0&&r===``&&(e.preventDefault(),h(t))},x=e=>{e.currentTarget.contains(e.relatedTarget)||(m(!0),r!==``&&h(r))},S=p&&r!==``?N(r).wrong:[],w=[`${u}-help`,(i||S.length>0)&&`${u}-problem`].filter(Boolean).join(` `);return(0,j.jsxs)(`div`,{className:`address-field`,children:[(0,j.jsxs)(`div`,{className:`address-box`,role:`group`,"aria-label":e,onBlur:x,onFocus:()=>m(!1),children:[n.length>0&&(0,j.jsx)(`ul`,{ref:f,className:`address-chips`,children:n.map((e,t)=>(0,j.jsx)(me,{item:e,health:a?.get(F(e)),...c&&{onMend:()=>c(e)},onRemove:()=>g(e,t),onRewrite:()=>v(e),onMove:e=>_(t+e<n.length?Math.max(0,t+e):void 0)},F(e)))}),(0,j.jsx)(`input`,{ref:d,id:u,className:`address-input`,type:`text`,inputMode:`email`,autoComplete:`off`,autoCapitalize:`none`,spellCheck:!1,dir:`auto`,"aria-label":l(`add`,{row:e}),"aria-describedby":w,"aria-invalid":S.length>0||i?!0:void 0,placeholder:n.length===0?l(`placeholder`):``,list:`${u}-known`,value:r,onChange:e=>s(e.target.value),onKeyDown:y,onPaste:b}),(0,j.jsx)(ge,{id:`${u}-known`,campaign:t,typed:r,known:e=>R(n,e)})]}),(0,j.jsx)(`span`,{id:`${u}-help`,className:`visually-hidden`,children:l(`field.help`)}),(i||S.length>0)&&(0,j.jsx)(`p`,{id:`${u}-problem`,role:`alert`,className:`small problem`,children:i||S.map(({text:e,why:t})=>l(`wrong.${t}`,{text:e})).join(` `)})]})}function ve({name:e,list:t}){let{t:n}=A(),[r,i]=(0,C.useState)(``),a=z(t);return a===``?null:(0,j.jsx)(`button`,{type:`button`,className:`button quiet small`,"aria-label":n(`copy.row`,{row:e}),onClick:()=>void navigator.clipboard.writeText(a).then(()=>i(a)),children:(0,j.jsx)(`span`,{role:`status`,children:n(r===a?`copied`:`copy`)})})}function ye({meant:t,children:n}){return(0,j.jsx)(e,{to:`/follow-ups`,search:b(t),target:`_blank`,rel:`noopener`,children:n})}var be=(e,{id:t},n=new Date().toISOString().slice(0,10))=>({campaigns:[e],states:[`NOT_FORWARDED`],days:{first:x(n,-30),last:x(n,1)},...t===`standard`?{reasons:[`standard_empty`]}:{codes:[t]}});function xe({row:e,campaign:t}){let{t:n}=A(),{unaddressed:r}=t.goalSettings,i=e.id===`standard`||r===`NOT_FORWARDED`;return(0,j.jsxs)(`p`,{className:`hole small`,children:[i?(0,j.jsx)(v,{tone:`bad`,children:n(e.id===`standard`?`hole.standard`:`hole.nobody`)}):(0,j.jsx)(`span`,{children:n(`hole.toStandard`)}),e.lost>0&&(0,j.jsx)(ye,{meant:be(t.id,e),children:n(`hole.lost`,{count:e.lost})})]})}function Se({row:e,desk:t,mayEdit:n,problems:r,onMend:i}){let{t:a}=A(),o=t.list(e),s=e.id===`standard`?a(`standard`):e.label,c=n&&!e.retired;return(0,j.jsxs)(`li`,{className:t.changed.includes(e)?`address-row changed`:`address-row`,children:[(0,j.jsxs)(`div`,{className:`row-name`,children:[(0,j.jsx)(Ce,{row:e}),t.changed.includes(e)&&(0,j.jsx)(`span`,{className:`flag`,children:a(`changed`)})]}),(0,j.jsxs)(`div`,{className:`row-list`,children:[c?(0,j.jsx)(_e,{label:s,campaign:t.campaign.id,list:o,typed:t.draft.typed[e.id]??``,problem:r?.get(e.id)??``,health:t.health,onList:n=>t.put(e,n),onTyped:n=>t.type(e,n),...i&&{onMend:i}}):(0,j.jsx)(we,{list:o}),o.length===0&&!e.retired&&(0,j.jsx)(xe,{row:e,campaign:t.campaign})]}),(0,j.jsx)(`div`,{className:`row-tools`,children:(0,j.jsx)(ve,{name:s,list:o})})]})}function Ce({row:{id:e,label:t,color:n,hint:r}}){let{t:i}=A();return e===`standard`?(0,j.jsxs)(j.Fragment,{children:[(0,j.jsx)(`strong`,{children:i(`standard`)}),(0,j.jsx)(`span`,{className:`small muted`,children:i(`standard.hint`)})]}):(0,j.jsxs)(j.Fragment,{children:[(0,j.jsxs)(`strong`,{children:[n&&(0,j.jsx)(`span`,{className:`code-color`,style:{background:n}}),(0,j.jsx)(`bdi`,{children:t})]}),r&&(0,j.jsx)(`bdi`,{className:`small muted`,children:r})]})}function we({list:e}){return e.length===0?null:(0,j.jsx)(`ul`,{className:`address-chips plain`,children:e.map(e=>(0,j.jsx)(`li`,{className:`address-chip`,children:(0,j.jsx)(`span`,{className:`chip-text`,children:(0,j.jsx)($,{item:e})})},F(e)))})}function Te({desk:e,...t}){let{t:n}=A(),r=e.rows.filter(({id:e,retired:t})=>!t&&e!==`standard`),i=e.rows.filter(({retired:e})=>e),a=e.rows.find(({id:e})=>e===H),o=[...new Set(r.map(({goal:e})=>e))],s=n=>(0,j.jsx)(Se,{row:n,desk:e,...t},n.id);return(0,j.jsxs)(`div`,{className:`address-table`,children:[o.map(e=>(0,j.jsxs)(`section`,{"aria-label":e||n(`noGoal`),children:[(e||o.length>1)&&(0,j.jsx)(`h2`,{className:`goal-name`,children:e?(0,j.jsx)(`bdi`,{children:e}):n(`noGoal`)}),(0,j.jsx)(`ul`,{className:`address-rows`,children:r.filter(t=>t.goal===e).map(s)})]},e)),i.length>0&&(0,j.jsxs)(`details`,{className:`retired`,children:[(0,j.jsx)(`summary`,{children:n(`retired`,{count:i.length})}),(0,j.jsx)(`ul`,{className:`address-rows`,children:i.map(s)})]}),a&&(0,j.jsx)(`section`,{"aria-label":n(`standard`),children:(0,j.jsx)(`ul`,{className:`address-rows standard`,children:s(a)})})]})}function Ee(e){let[t,n]=(0,C.useState)(G),r=(0,C.useMemo)(()=>ie(e),[e]),i=(0,C.useMemo)(()=>W(e.followUpAddresses),[e]),{version:a}=e.followUpAddresses,o=e=>n(t=>({...e(t),since:X(t,r)?t.since:a}));return{campaign:e,rows:r,draft:t,health:i,changed:Y(t,r),disputed:ae(t,r),dirty:X(t,r),list:e=>K(t,e),put:(e,t)=>o(n=>q(n,e,t)),putAll:e=>o(t=>r.reduce((t,n)=>e.has(n.id)?q(t,n,e.get(n.id)??[]):t,t)),type:(e,t)=>o(n=>J(n,e.id,t)),replace:(e,t)=>o(n=>Q(n,r,e,t)),settle:(e,t)=>o(n=>oe(n,e,t)),note:()=>n(e=>({...e,since:a})),drop:()=>n(G)}}function De(e,t){let{t:n}=A(),r=s(O),i=s(k),a=l(),c=e.campaign.id,u=e.campaign.followUpAddresses,d=ce(e.draft,e.rows),f=e=>u.version>0?i.run({campaign:c,version:u.version,expectedVersion:e}):r.run({campaign:c,version:e,standard:``,codes:d.codes.map(({code:e})=>({code:e,addresses:``}))}),p=async i=>{let o=await r.run({campaign:c,version:u.version,comment:i,...d});if(!o)return t(),!1;let{version:s}=o.saveFollowUpAddresses?.followUpAddresses??{version:u.version+1};return e.drop(),a(n(`published`,{version:s}),()=>f(s)),!0},m=new Map([[H,o(r.problem,`input.standard`)],...d.codes.map(({code:e},t)=>[e,o(r.problem,`input.codes[${t}].addresses`)])]);return{publish:p,busy:r.busy,problem:Oe(r.problem),comment:o(r.problem,`input.comment`),rows:m}}function Oe(e){return e instanceof S?e.all.find(({field:e})=>!/^input\.(standard|comment|codes\[\d+\]\.addresses)$/.test(e))??null:e}function ke(){let{campaign:e}=t({from:`/campaigns/$campaign/addresses`}),i=r(`all`,E,{campaign:e});return(0,j.jsx)(c,{of:i,children:({campaign:e})=>e?(0,j.jsx)(Ae,{campaign:e,onStale:()=>void i.refetch()},e.id):(0,j.jsx)(n,{})})}function Ae({campaign:e,onStale:t}){let{t:n}=A(),r=Ee(e),i=De(r,t),a=u().may(`CAMPAIGN`);return(0,j.jsxs)(f,{title:n(`title`),children:[(0,j.jsx)(`p`,{className:`muted lead`,children:n(`lead`)}),(0,j.jsx)(le,{desk:r}),(0,j.jsx)(Te,{desk:r,mayEdit:a,problems:i.rows}),a&&(0,j.jsx)(pe,{desk:r,publishing:i}),(0,j.jsx)(M,{dirty:r.dirty})]})}export{ke as Addresses};