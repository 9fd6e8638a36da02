import{t as e}from"./useParams-D24mHLnl.js";import{a as t,i as n,n as r,r as i,s as a}from"./Words-CZI-lKCi.js";import{a as o,i as s,r as c}from"./data-wAovqaaC.js";import{t as l}from"./days-Bw44l2i2.js";import{n as u}from"./viewer-BV540HZv.js";import{a as d,i as f,r as p,s as m,t as h}from"./Answer-Bbcd8y21.js";import{t as g}from"./preload-helper-BQUUbbNx.js";import{t as _}from"./Field-B3ZUwF08.js";import{n as v}from"./Toast-Dc8AVqkZ.js";import{a as y}from"./followups-C60-sKtM.js";import{n as b,r as ee,t as te}from"./Choice-DF7YbYgJ.js";import{t as ne}from"./State-DkVwSMcp.js";import{t as re}from"./Time-OgWw6PJK.js";var x=a(t(),1);function S(...e){requestAnimationFrame(()=>{e.map(e=>document.getElementById(e)).find(e=>e!==null)?.focus()})}var C=e=>e?.focus(),w=(0,x.createContext)(null);function T(){let e=(0,x.useContext)(w);if(!e)throw Error(`there is no board around this`);return e}var E=({id:e,label:t,hint:n,color:r,hotKey:i,goal:a})=>({id:e,label:t,hint:n,color:r,hotKey:i,goal:a?.id??``}),ie=e=>({id:``,label:``,hint:``,color:``,hotKey:``,goal:e});function D({campaign:e,open:t}){let n=e.successCodes.filter(({retired:e})=>!e).map(E),r=t&&`code`in t?t.code:void 0;return r?r.id===``?[...n,r]:n.map(e=>e.id===r.id?r:e):n}var O=(e,t)=>t.find(({id:t,label:n})=>t!==e.id&&n.trim().toLowerCase()===e.label.trim().toLowerCase()),k=(e,t)=>t.find(({id:t,hotKey:n,retired:r})=>!r&&t!==e.id&&e.hotKey!==``&&n===e.hotKey),A=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},ae=new A(`
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
}`),oe=new A(`
    query Used($input: ReportInput!) {
  report(input: $input) {
    rows {
      key
      chats
    }
  }
}
    `),j=new A(`
    mutation CreateGoal($input: CreateGoalInput!) {
  createGoal(input: $input) {
    goal {
      id
    }
  }
}
    `),se=new A(`
    mutation UpdateGoal($input: UpdateGoalInput!) {
  updateGoal(input: $input) {
    goal {
      id
    }
  }
}
    `),ce=new A(`
    mutation OrderGoals($input: OrderGoalsInput!) {
  orderGoals(input: $input) {
    campaign {
      id
    }
  }
}
    `),M=new A(`
    mutation CreateCode($input: CreateSuccessCodeInput!) {
  createSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),N=new A(`
    mutation UpdateCode($input: UpdateSuccessCodeInput!) {
  updateSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),le=new A(`
    mutation RetireCode($input: RetireSuccessCodeInput!) {
  retireSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),ue=new A(`
    mutation RestoreCode($input: RestoreSuccessCodeInput!) {
  restoreSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),P=new A(`
    mutation OrderCodes($input: OrderSuccessCodesInput!) {
  orderSuccessCodes(input: $input) {
    campaign {
      id
    }
  }
}
    `),de=new A(`
    mutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {
  updateGoalSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),F=i({english:{title:`Goals & codes`,lead:`Operators say with a code what came out of a chat; the code decides who gets it. Goals group codes, and reports count them.`,save:`Save`,cancel:`Cancel`,edit:`Edit`,retire:`Retire`,restore:`Restore`,"move.up":`Move {what} up`,"move.down":`Move {what} down`,moved:`{code} is now {place} of {all} in {goal}`,"goal.add":`Add goal`,"goal.name":`Name of the goal`,"goal.hint":`What the campaign wants from chats, such as Sales or Service.`,"goal.rename":`Rename`,"goal.renamed":`The goal is now called {name}`,"goal.moved":`{goal} is now goal {place} of {all}`,"goal.none":`Without a goal`,"goal.noneYet":`Codes`,"goal.empty":`No codes yet.`,"code.add":`Add code`,"code.label":`Label`,"code.labelHint":`What operators see, and what chat apps send as a tag.`,"code.labelTaken":`There is {code} already.`,"code.labelRetired":`There was {code} before. Restore it below instead.`,"code.hint":`Hint`,"code.hintHint":`Tells operators when to give it.`,"code.color":`Colour`,"code.colorHint":`A bar beside the label, which stays as it is.`,"code.colorFaint":`Hardly to be seen on white. A darker one stands out.`,"code.colorChoose":`Choose a colour`,"code.colorNone":`No colour`,"code.key":`Key`,"code.keyHint":`Gives the code in the operator’s window.`,"code.keyNext":`The next free one`,"code.keyTaken":`This is the key of {code}.`,"code.goal":`Goal`,"code.saved":`{code} is saved`,goesTo:`Goes to`,"goesTo.standard":`→ standard:`,"goesTo.nobody":`Goes to nobody`,"goesTo.refuses":`refuses mails`,used:{one:`{number} chat in 30 days`,other:`{number} chats in 30 days`},"retired.title":`Retired codes`,"retired.hint":`Nobody can give them any more. Chats that have them keep them.`,"retired.done":`{code} is retired`,"restored.done":`{code} is in use again`,"more.title":`More settings`,"more.allowMultiple":`Allow multiple codes`,"more.allowMultipleMeans":`Operators may give a chat more than one code; it then goes to the addresses of all of them. What a chat app sends always counts in full.`,"more.requireCode":`Require a code`,"more.requireCodeMeans":`A chat without a code waits for one until the time limit, then goes to standard. Visitors are never kept waiting: their chat closes as usual.`,"more.on":`On: {setting}`,"more.off":`Off: {setting}`,"see.title":`What operators see`,"see.hint":`As in their window. Try it: nothing is saved.`,"see.codes":`Success codes`,"see.code":`Success code`,"see.required":`required`,"see.several":`one or more`,"see.none":`No codes yet.`,"suggest.first":`What should operators be able to say of a chat? Begin with one of these; each can be changed later.`,"suggest.more":`Also often used:`,"suggest.add":`Add {code}`,"suggest.sales":`Sales`,"suggest.service":`Service`,"suggest.lead":`lead`,"suggest.leadHint":`May become a customer`,"suggest.sale":`sale`,"suggest.saleHint":`Has bought, or will`,"suggest.support":`support`,"suggest.supportHint":`Needs help with what they have`},others:{de:()=>g(()=>import(`./de-BCAQG4ZY.js`),[],import.meta.url),nl:()=>g(()=>import(`./nl-DkR5xvDn.js`),[],import.meta.url)}}),I=n(),L=[{key:`lead`,goal:`sales`,color:`#0b6b62`},{key:`sale`,goal:`sales`,color:`#1c6b3c`},{key:`support`,goal:`service`,color:`#1f5fa8`}];function R(){let{t:e}=F(),{campaign:t}=T(),n=c(j),r=c(M),i=(e,t)=>e.toLowerCase()===t.toLowerCase(),a=L.filter(({key:n})=>!t.successCodes.some(({label:t})=>i(t,e(`suggest.${n}`))));if(t.successCodes.length>=L.length||a.length===0)return null;let o=async({key:a,goal:o,color:s})=>{let c=t.goals.find(t=>i(t.name,e(`suggest.${o}`))),l=c?void 0:await n.run({campaign:t.id,name:e(`suggest.${o}`)}),u=c?.id??l?.createGoal?.goal.id;u&&(await r.run({campaign:t.id,label:e(`suggest.${a}`),hint:e(`suggest.${a}Hint`),color:s,goal:u}),S(...L.map(({key:e})=>`suggest-${e}`),`add-goal`))};return(0,I.jsxs)(`div`,{className:`empty`,children:[(0,I.jsx)(`p`,{children:e(t.successCodes.length>0?`suggest.more`:`suggest.first`)}),(0,I.jsx)(p,{problem:n.problem??r.problem}),(0,I.jsx)(`ul`,{className:`suggestions`,children:a.map(t=>(0,I.jsxs)(`li`,{children:[(0,I.jsx)(`button`,{type:`button`,className:`button`,id:`suggest-${t.key}`,disabled:n.busy||r.busy,onClick:()=>o(t),children:e(`suggest.add`,{code:e(`suggest.${t.key}`)})}),(0,I.jsx)(`span`,{className:`small muted`,children:e(`suggest.${t.key}Hint`)})]},t.key))})]})}function z({id:e,name:t}){let{t:n}=F(),r=v(),{campaign:i,setOpen:a}=T(),[o,s]=(0,x.useState)(t),l=c(j),u=c(se),m=l.problem??u.problem,h=()=>{a(null),S(`rename-${e}`,`add-goal`)};return(0,I.jsxs)(`form`,{onSubmit:async a=>{a.preventDefault(),await(e?u.run({id:e,name:o}):l.run({campaign:i.id,name:o}))&&(e&&r(n(`goal.renamed`,{name:o}),()=>u.run({id:e,name:t})),h())},className:`stack`,onKeyDown:e=>e.key===`Escape`&&h(),children:[(0,I.jsx)(p,{problem:f(m,[`input.name`])}),(0,I.jsx)(_,{label:n(`goal.name`),hint:n(`goal.hint`),problem:d(m,`input.name`),children:e=>(0,I.jsx)(`input`,{...e,ref:C,className:`input`,required:!0,maxLength:120,value:o,onChange:e=>s(e.target.value)})}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:l.busy||u.busy,children:n(`save`)}),(0,I.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:h,children:n(`cancel`)})]})]})}function B(e){let[t=0,n=0,r=0]=[1,3,5].map(t=>V(Number.parseInt(e.slice(t,t+2),16)/255));return .2126*t+.7152*n+.0722*r}var V=e=>e<=.04045?e/12.92:((e+.055)/1.055)**2.4,H=e=>e!==``&&1.05/(B(e)+.05)<3,fe=`#0b6b62`;function pe({color:e,onChange:t,problem:n}){let{t:r}=F();return(0,I.jsx)(_,{label:r(`code.color`),hint:H(e)?r(`code.colorFaint`):r(`code.colorHint`),problem:n,children:n=>e===``?(0,I.jsx)(`button`,{id:n.id,"aria-describedby":n[`aria-describedby`],type:`button`,className:`button`,onClick:()=>t(fe),children:r(`code.colorChoose`)}):(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`input`,{...n,type:`color`,className:`color`,value:e,onChange:({target:e})=>t(e.value)}),(0,I.jsx)(`button`,{type:`button`,className:`button quiet small`,onClick:()=>t(``),children:r(`code.colorNone`)})]})})}var me=[`1`,`2`,`3`,`4`,`5`,`6`,`7`,`8`,`9`];function U({draft:e,onChange:t,problem:n}){let{t:r}=F(),{campaign:i}=T(),a=t=>k({...e,hotKey:t},i.successCodes),o=a(e.hotKey);return(0,I.jsx)(_,{label:r(`code.key`),hint:r(`code.keyHint`),problem:o?r(`code.keyTaken`,{code:o.label}):n,children:n=>(0,I.jsxs)(`select`,{...n,className:`input`,value:e.hotKey,onChange:({target:e})=>t(e.value),children:[(0,I.jsx)(`option`,{value:``,children:r(`code.keyNext`)}),me.map(e=>(0,I.jsx)(`option`,{value:e,children:[e,a(e)?.label].filter(Boolean).join(` · `)},e))]})})}function he(e,t){let n=t.filter(({retired:e})=>!e);return[...e.map(({id:e})=>e),``].map(e=>({goal:e,codes:n.filter(t=>W(t)===e)})).filter(({goal:t,codes:n})=>t!==``||n.length>0||e.length===0)}var W=({goal:e})=>e?.id??``;function ge(e,t,n){let r=e.findIndex(({codes:e})=>e.some(e=>e.id===t)),i=e[r];if(!i)return;let a=i.codes.findIndex(e=>e.id===t)+n;if(a>=0&&a<i.codes.length)return G(e,t,i.goal,a);let o=e[r+n];return o&&G(e,t,o.goal,n===1?0:o.codes.length)}function G(e,t,n,r){let i=e.flatMap(({codes:e})=>e).find(e=>e.id===t);return i?e.map(e=>{let a=e.codes.filter(e=>e.id!==t);return{...e,codes:e.goal===n?a.toSpliced(r,0,i):a}}):[...e]}function K(e,t){let n=e.flatMap(({codes:e})=>e.map(({id:e})=>e));return[...n,...t.map(({id:e})=>e).filter(e=>!n.includes(e))]}function _e(e,t,n){let r=e[t];if(!(r===void 0||t+n<0||t+n>=e.length))return e.toSpliced(t,1).toSpliced(t+n,0,r)}var ve=[`input.label`,`input.hint`,`input.color`,`input.hotKey`,`input.goal`];function q(){let{open:e,setOpen:t}=T();return e&&`code`in e?(0,I.jsx)(ye,{draft:e.code,set:n=>t({code:{...e.code,...n}})}):null}function ye({draft:e,set:t}){let{t:n}=F(),{campaign:r,setOpen:i}=T(),{save:a,busy:o,problem:s}=be(),c=O(e,r.successCodes),l=k(e,r.successCodes),u=(...t)=>{i(null),S(...t,`edit-${e.id}`,`add-${e.goal}`)},m=async t=>{t.preventDefault(),!c&&!l&&await a(e)&&u()},h=c&&n(c.retired?`code.labelRetired`:`code.labelTaken`,{code:c.label});return(0,I.jsxs)(`form`,{onSubmit:m,className:`code-form`,onKeyDown:e=>e.key===`Escape`&&u(),children:[(0,I.jsx)(p,{problem:f(s,ve)}),(0,I.jsx)(_,{label:n(`code.label`),hint:n(`code.labelHint`),problem:h||d(s,`input.label`),children:n=>(0,I.jsx)(`input`,{...n,ref:C,className:`input`,required:!0,maxLength:120,value:e.label,onChange:({target:e})=>t({label:e.value})})}),(0,I.jsx)(_,{label:n(`code.hint`),hint:n(`code.hintHint`),problem:d(s,`input.hint`),children:n=>(0,I.jsx)(`input`,{...n,className:`input`,maxLength:500,value:e.hint,onChange:({target:e})=>t({hint:e.value})})}),(0,I.jsx)(pe,{color:e.color,onChange:e=>t({color:e}),problem:d(s,`input.color`)}),(0,I.jsx)(U,{draft:e,onChange:e=>t({hotKey:e}),problem:d(s,`input.hotKey`)}),r.goals.length>0&&(0,I.jsx)(_,{label:n(`code.goal`),problem:d(s,`input.goal`),children:i=>(0,I.jsxs)(`select`,{...i,className:`input`,value:e.goal,onChange:({target:e})=>t({goal:e.value}),children:[r.goals.map(({id:e,name:t})=>(0,I.jsx)(`option`,{value:e,children:t},e)),(0,I.jsx)(`option`,{value:``,children:n(`goal.none`)})]})}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:o,children:n(`save`)}),(0,I.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:()=>u(),children:n(`cancel`)})]})]})}function be(){let{t:e}=F(),t=v(),{campaign:n,groups:r}=T(),i=c(M),a=c(N),o=c(P),s=(e,t)=>{let i=r.map(n=>({goal:n.goal,codes:[...n.codes.filter(t=>t.id!==e),...n.goal===t?[{id:e,goal:null,retired:!1}]:[]]}));return o.run({campaign:n.id,codes:K(i,n.successCodes)})};return{save:async o=>{let{id:c,...l}=o;if(!c){let e=await i.run({campaign:n.id,...l,goal:l.goal||null}),t=e?.createSuccessCode?.successCode.id;return t&&l.goal!==r.at(-1)?.goal&&await s(t,l.goal),e}let u=n.successCodes.find(e=>e.id===c),d=await a.run(o);return!d||!u||((u.goal?.id??``)!==o.goal&&await s(c,o.goal),t(e(`code.saved`,{code:o.label}),()=>a.run(E(u)))),d},busy:i.busy||a.busy||o.busy,problem:i.problem??a.problem??o.problem}}function J(){let{t:e}=F(),t=v(),{campaign:n,groups:r}=T(),i=c(N),a=c(P),o=async(e,t,r,o)=>{if(!r||await i.run({id:e.id,goal:t}))return a.run({campaign:n.id,codes:K(o,n.successCodes)})};return{move:async(i,a)=>{let s=a.find(({codes:e})=>e.some(({id:e})=>e===i.id)),c=W(i);if(!s||!await o(i,s.goal,s.goal!==c,a))return;let l=n.goals.find(({id:e})=>e===s.goal)?.name??e(`goal.none`),u=s.codes.findIndex(({id:e})=>e===i.id)+1;t(e(`moved`,{code:i.label,place:u,all:s.codes.length,goal:l}),()=>o(i,c,s.goal!==c,r))},busy:i.busy||a.busy,problem:i.problem??a.problem}}function Y(){let{t:e}=F(),t=v(),{run:n,...r}=c(le),{run:i,...a}=c(ue);return{retire:async({id:r,label:a})=>{let o=await n({id:r});return o&&t(e(`retired.done`,{code:a}),()=>i({id:r})),o!==void 0},restore:async({id:r,label:a})=>{let o=await i({id:r});return o&&t(e(`restored.done`,{code:a}),()=>n({id:r})),o!==void 0},busy:r.busy||a.busy,problem:r.problem??a.problem}}var X=`application/x-postchat-code`,xe=e=>({draggable:!0,onDragStart:t=>{t.dataTransfer.setData(X,e),t.dataTransfer.effectAllowed=`move`;let n=t.currentTarget.closest(`li`);n&&t.dataTransfer.setDragImage(n,8,8)}});function Z(e,t){let{campaign:n,groups:r,may:i}=T(),{move:a}=J(),[o,s]=(0,x.useState)(!1);if(!i)return{};let c=e=>e.dataTransfer.types.includes(X);return{"data-over":o||void 0,onDragOver:e=>{c(e)&&(e.preventDefault(),e.stopPropagation(),s(!0))},onDragLeave:()=>s(!1),onDrop:i=>{if(!c(i))return;i.preventDefault(),i.stopPropagation(),s(!1);let o=n.successCodes.find(({id:e})=>e===i.dataTransfer.getData(X));if(!o)return;let l=r.find(t=>t.goal===e)?.codes??[],u=l.findIndex(({id:e})=>e===o.id),d=u<0?t:Math.min(t,l.length-1);u!==d&&a(o,G(r,o.id,e,d))}}}function Se({code:e}){let{t}=F(),{campaign:n}=T(),{standard:r,codes:i}=n.followUpAddresses,a=i.find(t=>t.code.id===e.id)?.addresses.items??[],o=a.length===0&&n.goalSettings.unaddressed===`STANDARD`,s=o?r.items:a;return(0,I.jsxs)(`div`,{className:`goes-to small`,children:[(0,I.jsxs)(`span`,{className:`visually-hidden`,children:[t(`goesTo`),` `]}),s.length===0?(0,I.jsx)(ne,{tone:`wait`,children:t(`goesTo.nobody`)}):(0,I.jsxs)(I.Fragment,{children:[o&&(0,I.jsxs)(`span`,{className:`muted`,children:[t(`goesTo.standard`),` `]}),s.map(({name:e,email:n,health:r})=>(0,I.jsxs)(`span`,{className:r&&!r.healthy?`chip bad`:`chip`,title:n,children:[(0,I.jsx)(`bdi`,{children:e||n}),r&&!r.healthy&&` · ${t(`goesTo.refuses`)}`]},n))]})]})}function Q({id:e,by:t,what:n,move:r}){let{t:i}=F();return(0,I.jsx)(`button`,{type:`button`,id:e,className:`icon-button`,"aria-label":i(t<0?`move.up`:`move.down`,{what:n}),"aria-disabled":r===void 0,onClick:()=>r?.(),children:(0,I.jsx)(`svg`,{viewBox:`0 0 16 16`,width:`16`,height:`16`,"aria-hidden":`true`,children:(0,I.jsx)(`path`,{d:t<0?`M3 10l5-5 5 5`:`M3 6l5 5 5-5`,fill:`none`,stroke:`currentColor`,strokeWidth:`2`})})})}function Ce({code:e,at:t}){let{campaign:n,may:r,open:i}=T(),a=Z(W(e),t);if(i&&`code`in i&&i.code.id===e.id)return(0,I.jsx)(`li`,{className:`code-row open`,children:(0,I.jsx)(q,{})});let o=b(D({campaign:n,open:null})).get(e.label);return(0,I.jsxs)(`li`,{className:`code-row`,...a,children:[r&&(0,I.jsx)(we,{code:e}),(0,I.jsxs)(`div`,{className:`code-name`,style:{"--choice":e.color||`var(--line)`},children:[(0,I.jsxs)(`span`,{className:`label`,children:[(0,I.jsx)(`bdi`,{children:e.label}),` `,o&&(0,I.jsx)(`span`,{className:`key`,children:o})]}),e.hint&&(0,I.jsx)(`span`,{className:`small muted`,children:(0,I.jsx)(`bdi`,{children:e.hint})})]}),(0,I.jsx)(Se,{code:e}),(0,I.jsx)(Te,{code:e}),r&&(0,I.jsx)(Ee,{code:e})]})}function we({code:e}){return(0,I.jsx)(`span`,{className:`handle`,"aria-hidden":`true`,...xe(e.id),children:(0,I.jsx)(`svg`,{viewBox:`0 0 10 16`,width:`10`,height:`16`,"aria-hidden":`true`,children:[3,8,13].map(e=>(0,I.jsx)(`path`,{d:`M2 ${e}h.01M8 ${e}h.01`,stroke:`currentColor`,strokeWidth:`3`,strokeLinecap:`round`},e))})})}function Te({code:e}){let{t}=F(),{language:n}=r(),{campaign:i,used:a,days:s}=T();if(!a)return(0,I.jsx)(`span`,{className:`used`});let c=a.get(e.id)??0,l=t(`used`,{count:c,number:new Intl.NumberFormat(n).format(c)});return c===0?(0,I.jsx)(`span`,{className:`used small muted`,children:l}):(0,I.jsx)(o,{className:`used small`,to:`/follow-ups`,search:y({campaigns:[i.id],codes:[e.id],days:s}),children:l})}function Ee({code:e}){let{t}=F(),{groups:n,setOpen:r}=T(),{move:i,busy:a,problem:o}=J(),s=Y(),c=t=>{let r=a?void 0:ge(n,e.id,t);return r&&(()=>void i(e,r).then(()=>S(`move-${t}-${e.id}`)))};return(0,I.jsxs)(`div`,{className:`code-buttons row`,children:[[-1,1].map(t=>(0,I.jsx)(Q,{id:`move-${t}-${e.id}`,by:t,what:e.label,move:c(t)},t)),(0,I.jsxs)(`button`,{type:`button`,className:`button small`,id:`edit-${e.id}`,onClick:()=>r({code:E(e)}),children:[t(`edit`),` `,(0,I.jsx)(`span`,{className:`visually-hidden`,children:e.label})]}),(0,I.jsxs)(`button`,{type:`button`,className:`button quiet small`,disabled:s.busy,onClick:async()=>{await s.retire(e)&&S(`add-${W(e)}`,`add-goal`)},children:[t(`retire`),` `,(0,I.jsx)(`span`,{className:`visually-hidden`,children:e.label})]}),(0,I.jsx)(p,{problem:o??s.problem})]})}function De({group:e}){let{t}=F(),{campaign:n,may:r,open:i,setOpen:a}=T(),o=n.goals.find(({id:t})=>t===e.goal),s=o?.name??t(n.goals.length>0?`goal.none`:`goal.noneYet`),c=i&&`code`in i&&i.code.id===``&&i.code.goal===e.goal,l=Z(e.goal,e.codes.length);return(0,I.jsxs)(`section`,{className:`card goal`,"aria-labelledby":`goal-${e.goal}`,...l,children:[o&&i&&`goal`in i&&i.goal===o.id?(0,I.jsx)(z,{...o}):(0,I.jsxs)(`div`,{className:`goal-head`,children:[(0,I.jsx)(`h2`,{id:`goal-${e.goal}`,children:(0,I.jsx)(`bdi`,{children:s})}),r&&(0,I.jsxs)(`div`,{className:`row wrap`,children:[o&&(0,I.jsx)(Oe,{goal:o}),(0,I.jsx)(`button`,{type:`button`,className:`button small`,id:`add-${e.goal}`,onClick:()=>a({code:ie(e.goal)}),children:t(`code.add`)})]})]}),e.codes.length===0&&!c&&(0,I.jsx)(`p`,{className:`muted small`,children:t(`goal.empty`)}),(0,I.jsx)(`ol`,{className:`codes-list`,children:e.codes.map((e,t)=>(0,I.jsx)(Ce,{code:e,at:t},e.id))}),c&&(0,I.jsx)(q,{})]})}function Oe({goal:e}){let{t}=F(),n=v(),{campaign:r,setOpen:i}=T(),{run:a,busy:o,problem:s}=c(ce),l=r.goals.map(({id:e})=>e),u=l.indexOf(e.id),d=i=>{let s=_e(l,u,i);if(s&&!o)return async()=>{await a({campaign:r.id,goals:s})&&(n(t(`goal.moved`,{goal:e.name,place:u+i+1,all:l.length}),()=>a({campaign:r.id,goals:l})),S(`goal-${i}-${e.id}`))}};return(0,I.jsxs)(I.Fragment,{children:[(0,I.jsx)(p,{problem:s}),(0,I.jsxs)(`button`,{type:`button`,className:`button quiet small`,id:`rename-${e.id}`,onClick:()=>i({goal:e.id}),children:[t(`goal.rename`),(0,I.jsx)(`span`,{className:`visually-hidden`,children:e.name})]}),l.length>1&&[-1,1].map(t=>(0,I.jsx)(Q,{id:`goal-${t}-${e.id}`,by:t,what:e.name,move:d(t)},t))]})}var $=[`allowMultiple`,`requireCode`];function ke(){let{t:e}=F(),t=v(),{campaign:n,may:r}=T(),{run:i,busy:a,problem:o}=c(de),s=async(r,a)=>{await i({campaign:n.id,[r]:a})&&t(e(a?`more.on`:`more.off`,{setting:e(`more.${r}`)}),()=>i({campaign:n.id,[r]:!a}))};return(0,I.jsxs)(`details`,{className:`card more`,open:o!==null||void 0,children:[(0,I.jsx)(`summary`,{children:e(`more.title`)}),(0,I.jsx)(p,{problem:f(o,$.map(e=>`input.${e}`))}),$.map(t=>(0,I.jsx)(Ae,{label:e(`more.${t}`),on:n.goalSettings[t],disabled:a||!r,problem:d(o,`input.${t}`),onChange:e=>void s(t,e),children:e(`more.${t}Means`)},t))]})}function Ae({label:e,on:t,disabled:n,problem:r,onChange:i,children:a}){let o=(0,x.useId)();return(0,I.jsxs)(`div`,{className:`switch`,children:[(0,I.jsxs)(`label`,{className:`check`,children:[(0,I.jsx)(`input`,{type:`checkbox`,checked:t,disabled:n,"aria-describedby":`${o}means ${o}problem`,"aria-invalid":r?!0:void 0,onChange:({target:e})=>i(e.checked)}),e]}),(0,I.jsx)(`p`,{id:`${o}means`,className:`small muted`,children:a}),(0,I.jsx)(`p`,{id:`${o}problem`,role:`alert`,className:`small problem`,children:r})]})}function je(){let{t:e}=F(),t=T(),{allowMultiple:n,requireCode:r}=t.campaign.goalSettings,[i,a]=(0,x.useState)([]),o=D(t).filter(({label:e})=>e.trim()!==``),s=b(o),c=i.filter(e=>o.some(t=>t.id===e)).slice(0,n?void 0:1),l=[r&&e(`see.required`),n&&e(`see.several`)].filter(Boolean);return(0,I.jsxs)(`section`,{className:`card operators-see`,"aria-labelledby":`operators-see`,children:[(0,I.jsx)(`h2`,{id:`operators-see`,children:e(`see.title`)}),(0,I.jsx)(`p`,{className:`small muted`,children:e(`see.hint`)}),(0,I.jsxs)(`fieldset`,{children:[(0,I.jsxs)(`legend`,{children:[e(n?`see.codes`:`see.code`),(0,I.jsx)(`span`,{className:`muted small`,children:l.map(e=>` · ${e}`).join(``)})]}),o.length===0&&(0,I.jsx)(`p`,{className:`muted`,children:e(`see.none`)}),(0,I.jsx)(`div`,{className:o.some(({hint:e})=>e)?`choices hinted`:`choices`,children:o.map(({id:e,label:t,hint:r,color:i})=>(0,I.jsx)(te,{label:t,hint:r,color:i,digit:s.get(t)??``,several:n,name:`preview`,checked:c.includes(e),onPick:()=>a(ee(e,c,n))},e))})]})]})}function Me(){let{t:e}=F(),{campaign:t,may:n}=T(),{restore:r,busy:i,problem:a}=Y(),o=t.successCodes.filter(({retired:e})=>e);return o.length===0?null:(0,I.jsxs)(`section`,{className:`card`,"aria-labelledby":`retired`,children:[(0,I.jsx)(`h2`,{id:`retired`,tabIndex:-1,children:e(`retired.title`)}),(0,I.jsx)(`p`,{className:`small muted`,children:e(`retired.hint`)}),(0,I.jsx)(p,{problem:a}),(0,I.jsx)(`ul`,{className:`codes-list`,children:o.map(t=>(0,I.jsxs)(`li`,{className:`code-row retired`,children:[(0,I.jsx)(`span`,{className:`label`,children:(0,I.jsx)(`bdi`,{children:t.label})}),(0,I.jsx)(`span`,{className:`small muted`,children:t.retiredAt&&(0,I.jsx)(re,{at:t.retiredAt})}),n&&(0,I.jsxs)(`button`,{type:`button`,className:`button small`,disabled:i,onClick:()=>void r(t).then(e=>e&&S(`edit-${t.id}`)),children:[e(`restore`),` `,(0,I.jsx)(`span`,{className:`visually-hidden`,children:t.label})]})]},t.id))})]})}function Ne(){let{campaign:t}=e({from:`/campaigns/$campaign/goals`}),n=s(`account`,ae,{id:t});return(0,I.jsx)(h,{of:n,children:({campaign:e})=>e&&(0,I.jsx)(Pe,{campaign:e},e.id)})}function Pe({campaign:e}){let{t}=F(),n=u().may(`CAMPAIGN`),[r,i]=(0,x.useState)(null),a=l(30,e.timeZone),o=s(`followUps`,oe,{input:{...a,campaigns:[e.id],by:`CODE`}}),c={campaign:e,groups:he(e.goals,e.successCodes),may:n,used:o.data&&new Map(o.data.report.rows.map(({key:e,chats:t})=>[e,t])),days:a,open:r,setOpen:i},d=(0,I.jsx)(`button`,{type:`button`,className:`button`,id:`add-goal`,onClick:()=>i({goal:``}),children:t(`goal.add`)});return(0,I.jsx)(w,{value:c,children:(0,I.jsxs)(m,{title:t(`title`),actions:n&&d,children:[(0,I.jsx)(`p`,{className:`lead muted`,children:t(`lead`)}),(0,I.jsxs)(`div`,{className:`goals`,children:[(0,I.jsx)(Fe,{}),(0,I.jsx)(je,{})]})]})})}function Fe(){let{groups:e,open:t,may:n}=T();return(0,I.jsxs)(`div`,{className:`stack`,children:[n&&(0,I.jsx)(R,{}),e.map(e=>(0,I.jsx)(De,{group:e},e.goal)),t&&`goal`in t&&t.goal===``&&(0,I.jsx)(`div`,{className:`card`,children:(0,I.jsx)(z,{id:``,name:``})}),(0,I.jsx)(ke,{}),(0,I.jsx)(Me,{})]})}export{Ne as Goals};