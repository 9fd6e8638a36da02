import{t as e}from"./useParams-DnNBsxeB.js";import{a as t,i as n,n as r,r as i,s as a}from"./Words-CZI-lKCi.js";import{a as o,i as s,l as c,r as l,t as u,u as d}from"./Answer-01w9xb9p.js";import{o as f}from"./client-Rgn4Kloy.js";import{i as p,t as m}from"./followups-Cdky3dC1.js";import{n as h}from"./viewer-BV540HZv.js";import{t as ee}from"./Page-Dg82xaA_.js";import{t as g}from"./preload-helper-BQUUbbNx.js";import{t as _}from"./Field-B3ZUwF08.js";import{n as v}from"./Toast-DIg1pWCQ.js";import{t as y}from"./link-BAUnhNla.js";import{n as b,r as te,t as ne}from"./Choice-DF7YbYgJ.js";import{t as x}from"./State-BtfjuC2_.js";import{t as S}from"./Time-Bd_vDMJW.js";var C=a(t(),1);function re(e,t,n=f()){let r=ie(n,t);return{first:m(r,1-e),last:r}}function ie(e,t){try{return new Intl.DateTimeFormat(`en-CA`,{timeZone:t,dateStyle:`short`}).format(e)}catch{return new Date(e).toISOString().slice(0,10)}}var w=(0,C.createContext)(null);function T(){let e=(0,C.useContext)(w);if(!e)throw Error(`there is no board around this`);return e}var E=({id:e,label:t,hint:n,color:r,hotKey:i,goal:a})=>({id:e,label:t,hint:n,color:r,hotKey:i,goal:a?.id??``}),D=e=>({id:``,label:``,hint:``,color:``,hotKey:``,goal:e});function O({campaign:e,open:t}){let n=e.successCodes.filter(({retired:e})=>!e).map(E),r=t&&`code`in t?t.code:void 0;return r?r.id===``?[...n,r]:n.map(e=>e.id===r.id?r:e):n}var k=(e,t)=>t.find(({id:t,label:n})=>t!==e.id&&n.trim().toLowerCase()===e.label.trim().toLowerCase()),A=(e,t)=>t.find(({id:t,hotKey:n,retired:r})=>!r&&t!==e.id&&e.hotKey!==``&&n===e.hotKey),j=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}};new j(`
    fragment Code on SuccessCode {
  id
  label
  goal {
    id
  }
  hint
  color
  hotKey
  retired
  retiredAt
}
    `,{fragmentName:`Code`}),new j(`
    fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
    }
  }
}
    `,{fragmentName:`Items`});var ae=new j(`
    query Goals($id: ID!) {
  campaign(id: $id) {
    id
    timeZone
    goalSettings {
      allowMultiple
      requireCode
      unaddressed
    }
    goals {
      id
      name
    }
    successCodes {
      ...Code
    }
    followUpAddresses {
      standard {
        ...Items
      }
      codes {
        code {
          id
        }
        addresses {
          ...Items
        }
      }
    }
  }
}
    fragment Code on SuccessCode {
  id
  label
  goal {
    id
  }
  hint
  color
  hotKey
  retired
  retiredAt
}
fragment Items on AddressList {
  items {
    name
    email
    health {
      healthy
    }
  }
}`),oe=new j(`
    query Used($input: ReportInput!) {
  report(input: $input) {
    rows {
      key
      chats
    }
  }
}
    `),M=new j(`
    mutation CreateGoal($input: CreateGoalInput!) {
  createGoal(input: $input) {
    goal {
      id
    }
  }
}
    `),se=new j(`
    mutation UpdateGoal($input: UpdateGoalInput!) {
  updateGoal(input: $input) {
    goal {
      id
    }
  }
}
    `),ce=new j(`
    mutation OrderGoals($input: OrderGoalsInput!) {
  orderGoals(input: $input) {
    campaign {
      id
    }
  }
}
    `),N=new j(`
    mutation CreateCode($input: CreateSuccessCodeInput!) {
  createSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),P=new j(`
    mutation UpdateCode($input: UpdateSuccessCodeInput!) {
  updateSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),le=new j(`
    mutation RetireCode($input: RetireSuccessCodeInput!) {
  retireSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),ue=new j(`
    mutation RestoreCode($input: RestoreSuccessCodeInput!) {
  restoreSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),F=new j(`
    mutation OrderCodes($input: OrderSuccessCodesInput!) {
  orderSuccessCodes(input: $input) {
    campaign {
      id
    }
  }
}
    `),de=new j(`
    mutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {
  updateGoalSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),I=i({english:{title:`Goals & codes`,lead:`Operators say with a code what came out of a chat; the code decides who gets it. Goals group codes, and reports count them.`,save:`Save`,cancel:`Cancel`,edit:`Edit`,retire:`Retire`,restore:`Restore`,"move.up":`Move {what} up`,"move.down":`Move {what} down`,moved:`{code} is now {place} of {all} in {goal}`,"goal.add":`Add goal`,"goal.name":`Name of the goal`,"goal.hint":`What the campaign wants from chats, such as Sales or Service.`,"goal.rename":`Rename`,"goal.renamed":`The goal is now called {name}`,"goal.moved":`{goal} is now goal {place} of {all}`,"goal.none":`Without a goal`,"goal.noneYet":`Codes`,"goal.empty":`No codes yet.`,"code.add":`Add code`,"code.label":`Label`,"code.labelHint":`What operators see, and what chat apps send as a tag.`,"code.labelTaken":`There is {code} already.`,"code.labelRetired":`There was {code} before. Restore it below instead.`,"code.hint":`Hint`,"code.hintHint":`Tells operators when to give it.`,"code.color":`Colour`,"code.colorHint":`A bar beside the label, which stays as it is.`,"code.colorFaint":`Hardly to be seen on white. A darker one stands out.`,"code.colorChoose":`Choose a colour`,"code.colorNone":`No colour`,"code.key":`Key`,"code.keyHint":`Gives the code in the operator’s window.`,"code.keyNext":`The next free one`,"code.keyTaken":`This is the key of {code}.`,"code.goal":`Goal`,"code.saved":`{code} is saved`,goesTo:`Goes to`,"goesTo.standard":`→ standard:`,"goesTo.nobody":`Goes to nobody`,"goesTo.refuses":`refuses mails`,used:{one:`{number} chat in 30 days`,other:`{number} chats in 30 days`},"retired.title":`Retired codes`,"retired.hint":`Nobody can give them any more. Chats that have them keep them.`,"retired.done":`{code} is retired`,"restored.done":`{code} is in use again`,"more.title":`More settings`,"more.allowMultiple":`Allow multiple codes`,"more.allowMultipleMeans":`Operators may give a chat more than one code; it then goes to the addresses of all of them. What a chat app sends always counts in full.`,"more.requireCode":`Require a code`,"more.requireCodeMeans":`A chat without a code waits for one until the time limit, then goes to standard. Visitors are never kept waiting: their chat closes as usual.`,"more.on":`On: {setting}`,"more.off":`Off: {setting}`,"see.title":`What operators see`,"see.hint":`As in their window. Try it: nothing is saved.`,"see.codes":`Success codes`,"see.code":`Success code`,"see.required":`required`,"see.several":`one or more`,"see.none":`No codes yet.`,"suggest.first":`What should operators be able to say of a chat? Begin with one of these; each can be changed later.`,"suggest.more":`Also often used:`,"suggest.add":`Add {code}`,"suggest.sales":`Sales`,"suggest.service":`Service`,"suggest.lead":`lead`,"suggest.leadHint":`May become a customer`,"suggest.sale":`sale`,"suggest.saleHint":`Has bought, or will`,"suggest.support":`support`,"suggest.supportHint":`Needs help with what they have`},others:{de:()=>g(()=>import(`./de-BCAQG4ZY.js`),[],import.meta.url),nl:()=>g(()=>import(`./nl-DkR5xvDn.js`),[],import.meta.url)}}),L=n(),R=[{key:`lead`,goal:`sales`,color:`#0b6b62`},{key:`sale`,goal:`sales`,color:`#1c6b3c`},{key:`support`,goal:`service`,color:`#1f5fa8`}];function z(){let{t:e}=I(),{campaign:t}=T(),n=c(M),r=c(N),i=(e,t)=>e.toLowerCase()===t.toLowerCase(),a=R.filter(({key:n})=>!t.successCodes.some(({label:t})=>i(t,e(`suggest.${n}`))));if(t.successCodes.length>=R.length||a.length===0)return null;let o=async({key:a,goal:o,color:s})=>{let c=t.goals.find(t=>i(t.name,e(`suggest.${o}`))),l=c?void 0:await n.run({campaign:t.id,name:e(`suggest.${o}`)}),u=c?.id??l?.createGoal?.goal.id;u&&await r.run({campaign:t.id,label:e(`suggest.${a}`),hint:e(`suggest.${a}Hint`),color:s,goal:u})};return(0,L.jsxs)(`div`,{className:`empty`,children:[(0,L.jsx)(`p`,{children:e(t.successCodes.length>0?`suggest.more`:`suggest.first`)}),(0,L.jsx)(l,{problem:n.problem??r.problem}),(0,L.jsx)(`ul`,{className:`suggestions`,children:a.map(t=>(0,L.jsxs)(`li`,{children:[(0,L.jsx)(`button`,{type:`button`,className:`button`,disabled:n.busy||r.busy,onClick:()=>o(t),children:e(`suggest.add`,{code:e(`suggest.${t.key}`)})}),(0,L.jsx)(`span`,{className:`small muted`,children:e(`suggest.${t.key}Hint`)})]},t.key))})]})}function B(...e){requestAnimationFrame(()=>{e.map(e=>document.getElementById(e)).find(e=>e!==null)?.focus()})}var V=e=>e?.focus();function H({id:e,name:t}){let{t:n}=I(),r=v(),{campaign:i,setOpen:a}=T(),[u,d]=(0,C.useState)(t),f=c(M),p=c(se),m=f.problem??p.problem,h=()=>{a(null),B(`rename-${e}`,`add-goal`)};return(0,L.jsxs)(`form`,{onSubmit:async a=>{a.preventDefault(),await(e?p.run({id:e,name:u}):f.run({campaign:i.id,name:u}))&&(e&&r(n(`goal.renamed`,{name:u}),()=>p.run({id:e,name:t})),h())},className:`stack`,onKeyDown:e=>e.key===`Escape`&&h(),children:[(0,L.jsx)(l,{problem:s(m,[`input.name`])}),(0,L.jsx)(_,{label:n(`goal.name`),hint:n(`goal.hint`),problem:o(m,`input.name`),children:e=>(0,L.jsx)(`input`,{...e,ref:V,className:`input`,required:!0,maxLength:120,value:u,onChange:e=>d(e.target.value)})}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:f.busy||p.busy,children:n(`save`)}),(0,L.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:h,children:n(`cancel`)})]})]})}function fe(e){let[t=0,n=0,r=0]=[1,3,5].map(t=>pe(Number.parseInt(e.slice(t,t+2),16)/255));return .2126*t+.7152*n+.0722*r}var pe=e=>e<=.04045?e/12.92:((e+.055)/1.055)**2.4,me=e=>e!==``&&1.05/(fe(e)+.05)<3,he=`#0b6b62`;function ge({color:e,onChange:t,problem:n}){let{t:r}=I();return(0,L.jsx)(_,{label:r(`code.color`),hint:me(e)?r(`code.colorFaint`):r(`code.colorHint`),problem:n,children:n=>e===``?(0,L.jsx)(`button`,{id:n.id,"aria-describedby":n[`aria-describedby`],type:`button`,className:`button`,onClick:()=>t(he),children:r(`code.colorChoose`)}):(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`input`,{...n,type:`color`,className:`color`,value:e,onChange:({target:e})=>t(e.value)}),(0,L.jsx)(`button`,{type:`button`,className:`button quiet small`,onClick:()=>t(``),children:r(`code.colorNone`)})]})})}var _e=[`1`,`2`,`3`,`4`,`5`,`6`,`7`,`8`,`9`];function ve({draft:e,onChange:t,problem:n}){let{t:r}=I(),{campaign:i}=T(),a=t=>A({...e,hotKey:t},i.successCodes),o=a(e.hotKey);return(0,L.jsx)(_,{label:r(`code.key`),hint:r(`code.keyHint`),problem:o?r(`code.keyTaken`,{code:o.label}):n,children:n=>(0,L.jsxs)(`select`,{...n,className:`input`,value:e.hotKey,onChange:({target:e})=>t(e.value),children:[(0,L.jsx)(`option`,{value:``,children:r(`code.keyNext`)}),_e.map(e=>(0,L.jsx)(`option`,{value:e,children:[e,a(e)?.label].filter(Boolean).join(` · `)},e))]})})}function ye(e,t){let n=t.filter(({retired:e})=>!e);return[...e.map(({id:e})=>e),``].map(e=>({goal:e,codes:n.filter(t=>U(t)===e)})).filter(({goal:t,codes:n})=>t!==``||n.length>0||e.length===0)}var U=({goal:e})=>e?.id??``;function be(e,t,n){let r=e.findIndex(({codes:e})=>e.some(e=>e.id===t)),i=e[r];if(!i)return;let a=i.codes.findIndex(e=>e.id===t)+n;if(a>=0&&a<i.codes.length)return W(e,t,i.goal,a);let o=e[r+n];return o&&W(e,t,o.goal,n===1?0:o.codes.length)}function W(e,t,n,r){let i=e.flatMap(({codes:e})=>e).find(e=>e.id===t);return i?e.map(e=>{let a=e.codes.filter(e=>e.id!==t);return{...e,codes:e.goal===n?a.toSpliced(r,0,i):a}}):[...e]}function G(e,t){let n=e.flatMap(({codes:e})=>e.map(({id:e})=>e));return[...n,...t.map(({id:e})=>e).filter(e=>!n.includes(e))]}function xe(e,t,n){let r=e[t];if(!(r===void 0||t+n<0||t+n>=e.length))return e.toSpliced(t,1).toSpliced(t+n,0,r)}var Se=[`input.label`,`input.hint`,`input.color`,`input.hotKey`,`input.goal`];function K(){let{open:e,setOpen:t}=T();return e&&`code`in e?(0,L.jsx)(Ce,{draft:e.code,set:n=>t({code:{...e.code,...n}})}):null}function Ce({draft:e,set:t}){let{t:n}=I(),{campaign:r,setOpen:i}=T(),{save:a,busy:c,problem:u}=we(),d=k(e,r.successCodes),f=A(e,r.successCodes),p=(...t)=>{i(null),B(...t,`edit-${e.id}`,`add-${e.goal}`)},m=async t=>{t.preventDefault(),!d&&!f&&await a(e)&&p()},h=d&&n(d.retired?`code.labelRetired`:`code.labelTaken`,{code:d.label});return(0,L.jsxs)(`form`,{onSubmit:m,className:`code-form`,onKeyDown:e=>e.key===`Escape`&&p(),children:[(0,L.jsx)(l,{problem:s(u,Se)}),(0,L.jsx)(_,{label:n(`code.label`),hint:n(`code.labelHint`),problem:h||o(u,`input.label`),children:n=>(0,L.jsx)(`input`,{...n,ref:V,className:`input`,required:!0,maxLength:120,value:e.label,onChange:({target:e})=>t({label:e.value})})}),(0,L.jsx)(_,{label:n(`code.hint`),hint:n(`code.hintHint`),problem:o(u,`input.hint`),children:n=>(0,L.jsx)(`input`,{...n,className:`input`,maxLength:500,value:e.hint,onChange:({target:e})=>t({hint:e.value})})}),(0,L.jsx)(ge,{color:e.color,onChange:e=>t({color:e}),problem:o(u,`input.color`)}),(0,L.jsx)(ve,{draft:e,onChange:e=>t({hotKey:e}),problem:o(u,`input.hotKey`)}),r.goals.length>0&&(0,L.jsx)(_,{label:n(`code.goal`),problem:o(u,`input.goal`),children:i=>(0,L.jsxs)(`select`,{...i,className:`input`,value:e.goal,onChange:({target:e})=>t({goal:e.value}),children:[r.goals.map(({id:e,name:t})=>(0,L.jsx)(`option`,{value:e,children:t},e)),(0,L.jsx)(`option`,{value:``,children:n(`goal.none`)})]})}),(0,L.jsxs)(`div`,{className:`row wrap`,children:[(0,L.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:c,children:n(`save`)}),(0,L.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:()=>p(),children:n(`cancel`)})]})]})}function we(){let{t:e}=I(),t=v(),{campaign:n,groups:r}=T(),i=c(N),a=c(P),o=c(F),s=(e,t)=>{let i=r.map(n=>({goal:n.goal,codes:[...n.codes.filter(t=>t.id!==e),...n.goal===t?[{id:e,goal:null,retired:!1}]:[]]}));return o.run({campaign:n.id,codes:G(i,n.successCodes)})};return{save:async o=>{let{id:c,...l}=o;if(!c){let e=await i.run({campaign:n.id,...l,goal:l.goal||null}),t=e?.createSuccessCode?.successCode.id;return t&&l.goal!==r.at(-1)?.goal&&await s(t,l.goal),e}let u=n.successCodes.find(e=>e.id===c),d=await a.run(o);return!d||!u||((u.goal?.id??``)!==o.goal&&await s(c,o.goal),t(e(`code.saved`,{code:o.label}),()=>a.run(E(u)))),d},busy:i.busy||a.busy||o.busy,problem:i.problem??a.problem??o.problem}}function q(){let{t:e}=I(),t=v(),{campaign:n,groups:r}=T(),i=c(P),a=c(F),o=async(e,t,r,o)=>{if(!r||await i.run({id:e.id,goal:t}))return a.run({campaign:n.id,codes:G(o,n.successCodes)})};return{move:async(i,a)=>{let s=a.find(({codes:e})=>e.some(({id:e})=>e===i.id)),c=U(i);if(!s||!await o(i,s.goal,s.goal!==c,a))return;let l=n.goals.find(({id:e})=>e===s.goal)?.name??e(`goal.none`),u=s.codes.findIndex(({id:e})=>e===i.id)+1;t(e(`moved`,{code:i.label,place:u,all:s.codes.length,goal:l}),()=>o(i,c,s.goal!==c,r))},busy:i.busy||a.busy,problem:i.problem??a.problem}}function J(){let{t:e}=I(),t=v(),{run:n,...r}=c(le),{run:i,...a}=c(ue);return{retire:async({id:r,label:a})=>{let o=await n({id:r});return o&&t(e(`retired.done`,{code:a}),()=>i({id:r})),o!==void 0},restore:async({id:r,label:a})=>{let o=await i({id:r});return o&&t(e(`restored.done`,{code:a}),()=>n({id:r})),o!==void 0},busy:r.busy||a.busy,problem:r.problem??a.problem}}var Y=`application/x-postchat-code`,Te=e=>({draggable:!0,onDragStart:t=>{t.dataTransfer.setData(Y,e),t.dataTransfer.effectAllowed=`move`;let n=t.currentTarget.closest(`li`);n&&t.dataTransfer.setDragImage(n,8,8)}});function X(e,t){let{campaign:n,groups:r,may:i}=T(),{move:a}=q(),[o,s]=(0,C.useState)(!1);if(!i)return{};let c=e=>e.dataTransfer.types.includes(Y);return{"data-over":o||void 0,onDragOver:e=>{c(e)&&(e.preventDefault(),e.stopPropagation(),s(!0))},onDragLeave:()=>s(!1),onDrop:i=>{if(!c(i))return;i.preventDefault(),i.stopPropagation(),s(!1);let o=n.successCodes.find(({id:e})=>e===i.dataTransfer.getData(Y));if(!o)return;let l=r.find(t=>t.goal===e)?.codes??[],u=l.findIndex(({id:e})=>e===o.id),d=u<0?t:Math.min(t,l.length-1);u!==d&&a(o,W(r,o.id,e,d))}}}function Ee({code:e}){let{t}=I(),{campaign:n}=T(),{standard:r,codes:i}=n.followUpAddresses,a=i.find(t=>t.code.id===e.id)?.addresses.items??[],o=a.length===0&&n.goalSettings.unaddressed===`STANDARD`,s=o?r.items:a;return(0,L.jsxs)(`div`,{className:`goes-to small`,children:[(0,L.jsxs)(`span`,{className:`visually-hidden`,children:[t(`goesTo`),` `]}),s.length===0?(0,L.jsx)(x,{tone:`wait`,children:t(`goesTo.nobody`)}):(0,L.jsxs)(L.Fragment,{children:[o&&(0,L.jsxs)(`span`,{className:`muted`,children:[t(`goesTo.standard`),` `]}),s.map(({name:e,email:n,health:r})=>(0,L.jsxs)(`span`,{className:r&&!r.healthy?`chip bad`:`chip`,title:n,children:[(0,L.jsx)(`bdi`,{children:e||n}),r&&!r.healthy&&` · ${t(`goesTo.refuses`)}`]},n))]})]})}function Z({id:e,by:t,what:n,move:r}){let{t:i}=I();return(0,L.jsx)(`button`,{type:`button`,id:e,className:`icon-button`,"aria-label":i(t<0?`move.up`:`move.down`,{what:n}),"aria-disabled":r===void 0,onClick:()=>r?.(),children:(0,L.jsx)(`svg`,{viewBox:`0 0 16 16`,width:`16`,height:`16`,"aria-hidden":`true`,children:(0,L.jsx)(`path`,{d:t<0?`M3 10l5-5 5 5`:`M3 6l5 5 5-5`,fill:`none`,stroke:`currentColor`,strokeWidth:`2`})})})}function De({code:e,at:t}){let{campaign:n,may:r,open:i}=T(),a=X(U(e),t);if(i&&`code`in i&&i.code.id===e.id)return(0,L.jsx)(`li`,{className:`code-row open`,children:(0,L.jsx)(K,{})});let o=b(O({campaign:n,open:null})).get(e.label);return(0,L.jsxs)(`li`,{className:`code-row`,...a,children:[r&&(0,L.jsx)(Oe,{code:e}),(0,L.jsxs)(`div`,{className:`code-name`,style:{"--choice":e.color||`transparent`},children:[(0,L.jsxs)(`span`,{className:`label`,children:[(0,L.jsx)(`bdi`,{children:e.label}),` `,o&&(0,L.jsx)(`span`,{className:`key`,children:o})]}),e.hint&&(0,L.jsx)(`span`,{className:`small muted`,children:(0,L.jsx)(`bdi`,{children:e.hint})})]}),(0,L.jsx)(Ee,{code:e}),(0,L.jsx)(Q,{code:e}),r&&(0,L.jsx)(ke,{code:e})]})}function Oe({code:e}){return(0,L.jsx)(`span`,{className:`handle`,"aria-hidden":`true`,...Te(e.id),children:(0,L.jsx)(`svg`,{viewBox:`0 0 10 16`,width:`10`,height:`16`,"aria-hidden":`true`,children:[3,8,13].map(e=>(0,L.jsx)(`path`,{d:`M2 ${e}h.01M8 ${e}h.01`,stroke:`currentColor`,strokeWidth:`3`,strokeLinecap:`round`},e))})})}function Q({code:e}){let{t}=I(),{language:n}=r(),{campaign:i,used:a,days:o}=T();if(!a)return(0,L.jsx)(`span`,{className:`used`});let s=a.get(e.id)??0,c=t(`used`,{count:s,number:new Intl.NumberFormat(n).format(s)});return s===0?(0,L.jsx)(`span`,{className:`used small muted`,children:c}):(0,L.jsx)(y,{className:`used small`,to:`/follow-ups`,search:p({campaigns:[i.id],codes:[e.id],days:o}),children:c})}function ke({code:e}){let{t}=I(),{groups:n,setOpen:r}=T(),{move:i,busy:a,problem:o}=q(),s=J(),c=t=>{let r=a?void 0:be(n,e.id,t);return r&&(()=>void i(e,r).then(()=>B(`move-${t}-${e.id}`)))};return(0,L.jsxs)(`div`,{className:`code-buttons row`,children:[[-1,1].map(t=>(0,L.jsx)(Z,{id:`move-${t}-${e.id}`,by:t,what:e.label,move:c(t)},t)),(0,L.jsxs)(`button`,{type:`button`,className:`button small`,id:`edit-${e.id}`,onClick:()=>r({code:E(e)}),children:[t(`edit`),` `,(0,L.jsx)(`span`,{className:`visually-hidden`,children:e.label})]}),(0,L.jsxs)(`button`,{type:`button`,className:`button quiet small`,disabled:s.busy,onClick:async()=>{await s.retire(e)&&B(`add-${U(e)}`,`add-goal`)},children:[t(`retire`),` `,(0,L.jsx)(`span`,{className:`visually-hidden`,children:e.label})]}),(0,L.jsx)(l,{problem:o??s.problem})]})}function Ae({group:e}){let{t}=I(),{campaign:n,may:r,open:i,setOpen:a}=T(),o=n.goals.find(({id:t})=>t===e.goal),s=o?.name??t(n.goals.length>0?`goal.none`:`goal.noneYet`),c=i&&`code`in i&&i.code.id===``&&i.code.goal===e.goal,l=X(e.goal,e.codes.length);return(0,L.jsxs)(`section`,{className:`card goal`,"aria-labelledby":`goal-${e.goal}`,...l,children:[o&&i&&`goal`in i&&i.goal===o.id?(0,L.jsx)(H,{...o}):(0,L.jsxs)(`div`,{className:`goal-head`,children:[(0,L.jsx)(`h2`,{id:`goal-${e.goal}`,children:(0,L.jsx)(`bdi`,{children:s})}),r&&(0,L.jsxs)(`div`,{className:`row wrap`,children:[o&&(0,L.jsx)(je,{goal:o}),(0,L.jsx)(`button`,{type:`button`,className:`button small`,id:`add-${e.goal}`,onClick:()=>a({code:D(e.goal)}),children:t(`code.add`)})]})]}),e.codes.length===0&&!c&&(0,L.jsx)(`p`,{className:`muted small`,children:t(`goal.empty`)}),(0,L.jsx)(`ol`,{className:`codes-list`,children:e.codes.map((e,t)=>(0,L.jsx)(De,{code:e,at:t},e.id))}),c&&(0,L.jsx)(K,{})]})}function je({goal:e}){let{t}=I(),n=v(),{campaign:r,setOpen:i}=T(),{run:a,busy:o,problem:s}=c(ce),u=r.goals.map(({id:e})=>e),d=u.indexOf(e.id),f=i=>{let s=xe(u,d,i);if(s&&!o)return async()=>{await a({campaign:r.id,goals:s})&&(n(t(`goal.moved`,{goal:e.name,place:d+i+1,all:u.length}),()=>a({campaign:r.id,goals:u})),B(`goal-${i}-${e.id}`))}};return(0,L.jsxs)(L.Fragment,{children:[(0,L.jsx)(l,{problem:s}),(0,L.jsxs)(`button`,{type:`button`,className:`button quiet small`,id:`rename-${e.id}`,onClick:()=>i({goal:e.id}),children:[t(`goal.rename`),(0,L.jsx)(`span`,{className:`visually-hidden`,children:e.name})]}),u.length>1&&[-1,1].map(t=>(0,L.jsx)(Z,{id:`goal-${t}-${e.id}`,by:t,what:e.name,move:f(t)},t))]})}var $=[`allowMultiple`,`requireCode`];function Me(){let{t:e}=I(),t=v(),{campaign:n,may:r}=T(),{run:i,busy:a,problem:u}=c(de),d=async(r,a)=>{await i({campaign:n.id,[r]:a})&&t(e(a?`more.on`:`more.off`,{setting:e(`more.${r}`)}),()=>i({campaign:n.id,[r]:!a}))};return(0,L.jsxs)(`details`,{className:`card more`,open:u!==null||void 0,children:[(0,L.jsx)(`summary`,{children:e(`more.title`)}),(0,L.jsx)(l,{problem:s(u,$.map(e=>`input.${e}`))}),$.map(t=>(0,L.jsx)(Ne,{label:e(`more.${t}`),on:n.goalSettings[t],disabled:a||!r,problem:o(u,`input.${t}`),onChange:e=>void d(t,e),children:e(`more.${t}Means`)},t))]})}function Ne({label:e,on:t,disabled:n,problem:r,onChange:i,children:a}){let o=(0,C.useId)();return(0,L.jsxs)(`div`,{className:`switch`,children:[(0,L.jsxs)(`label`,{className:`check`,children:[(0,L.jsx)(`input`,{type:`checkbox`,checked:t,disabled:n,"aria-describedby":`${o}means ${o}problem`,"aria-invalid":r?!0:void 0,onChange:({target:e})=>i(e.checked)}),e]}),(0,L.jsx)(`p`,{id:`${o}means`,className:`small muted`,children:a}),(0,L.jsx)(`p`,{id:`${o}problem`,role:`alert`,className:`small problem`,children:r})]})}function Pe(){let{t:e}=I(),t=T(),{allowMultiple:n,requireCode:r}=t.campaign.goalSettings,[i,a]=(0,C.useState)([]),o=O(t).filter(({label:e})=>e.trim()!==``),s=b(o),c=i.filter(e=>o.some(t=>t.id===e)).slice(0,n?void 0:1),l=[r&&e(`see.required`),n&&e(`see.several`)].filter(Boolean);return(0,L.jsxs)(`section`,{className:`card operators-see`,"aria-labelledby":`operators-see`,children:[(0,L.jsx)(`h2`,{id:`operators-see`,children:e(`see.title`)}),(0,L.jsx)(`p`,{className:`small muted`,children:e(`see.hint`)}),(0,L.jsxs)(`fieldset`,{children:[(0,L.jsxs)(`legend`,{children:[e(n?`see.codes`:`see.code`),(0,L.jsx)(`span`,{className:`muted small`,children:l.map(e=>` · ${e}`).join(``)})]}),o.length===0&&(0,L.jsx)(`p`,{className:`muted`,children:e(`see.none`)}),(0,L.jsx)(`div`,{className:o.some(({hint:e})=>e)?`choices hinted`:`choices`,children:o.map(({id:e,label:t,hint:r,color:i})=>(0,L.jsx)(ne,{label:t,hint:r,color:i,digit:s.get(t)??``,several:n,name:`preview`,checked:c.includes(e),onPick:()=>a(te(e,c,n))},e))})]})]})}function Fe(){let{t:e}=I(),{campaign:t,may:n}=T(),{restore:r,busy:i,problem:a}=J(),o=t.successCodes.filter(({retired:e})=>e);return o.length===0?null:(0,L.jsxs)(`section`,{className:`card`,"aria-labelledby":`retired`,children:[(0,L.jsx)(`h2`,{id:`retired`,tabIndex:-1,children:e(`retired.title`)}),(0,L.jsx)(`p`,{className:`small muted`,children:e(`retired.hint`)}),(0,L.jsx)(l,{problem:a}),(0,L.jsx)(`ul`,{className:`codes-list`,children:o.map(t=>(0,L.jsxs)(`li`,{className:`code-row retired`,children:[(0,L.jsx)(`span`,{className:`label`,children:(0,L.jsx)(`bdi`,{children:t.label})}),(0,L.jsx)(`span`,{className:`small muted`,children:t.retiredAt&&(0,L.jsx)(S,{at:t.retiredAt})}),n&&(0,L.jsxs)(`button`,{type:`button`,className:`button small`,disabled:i,onClick:()=>void r(t).then(e=>e&&B(`edit-${t.id}`)),children:[e(`restore`),` `,(0,L.jsx)(`span`,{className:`visually-hidden`,children:t.label})]})]},t.id))})]})}function Ie(){let{campaign:t}=e({from:`/campaigns/$campaign/goals`}),n=d(`account`,ae,{id:t});return(0,L.jsx)(u,{of:n,children:({campaign:e})=>e&&(0,L.jsx)(Le,{campaign:e},e.id)})}function Le({campaign:e}){let{t}=I(),n=h().may(`CAMPAIGN`),[r,i]=(0,C.useState)(null),a=re(30,e.timeZone),o=d(`followUps`,oe,{input:{...a,campaigns:[e.id],by:`CODE`}}),s={campaign:e,groups:ye(e.goals,e.successCodes),may:n,used:o.data&&new Map(o.data.report.rows.map(({key:e,chats:t})=>[e,t])),days:a,open:r,setOpen:i},c=(0,L.jsx)(`button`,{type:`button`,className:`button`,id:`add-goal`,onClick:()=>i({goal:``}),children:t(`goal.add`)});return(0,L.jsx)(w,{value:s,children:(0,L.jsxs)(ee,{title:t(`title`),actions:n&&c,children:[(0,L.jsx)(`p`,{className:`lead muted`,children:t(`lead`)}),(0,L.jsxs)(`div`,{className:`goals`,children:[(0,L.jsx)(Re,{}),(0,L.jsx)(Pe,{})]})]})})}function Re(){let{groups:e,open:t,may:n}=T();return(0,L.jsxs)(`div`,{className:`stack`,children:[n&&(0,L.jsx)(z,{}),e.map(e=>(0,L.jsx)(Ae,{group:e},e.goal)),t&&`goal`in t&&t.goal===``&&(0,L.jsx)(`div`,{className:`card`,children:(0,L.jsx)(H,{id:``,name:``})}),(0,L.jsx)(Me,{}),(0,L.jsx)(Fe,{})]})}export{Ie as Goals};