import{t as e}from"./useParams-BPTGfSTj.js";import{a as t,i as n,n as r,r as i,s as a}from"./Words-BLbqobkX.js";import{a as o,i as s}from"./data-C2lgpPA1.js";import{t as c}from"./days-Bw44l2i2.js";import{n as l}from"./viewer-c76O6KLk.js";import{a as u,i as d,r as f,s as p,t as m}from"./Answer-CXfdPZug.js";import{n as h,t as g}from"./focus-DDnvx9C2.js";import{t as _}from"./preload-helper-BQUUbbNx.js";import{t as v}from"./Field-g3qmi5Sg.js";import{n as y}from"./Toast-CceN3_FM.js";import{t as b}from"./link-D7kEsOZO.js";import{a as ee}from"./followups-C60-sKtM.js";import{n as te,t as x}from"./pick-HS4siG6R.js";import{t as S}from"./State-Cfoz0iSR.js";import{t as C}from"./Choice-CWe-PVIg.js";import{t as ne}from"./Time-mRGk2yzq.js";var w=a(t(),1),T=(0,w.createContext)(null);function E(){let e=(0,w.useContext)(T);if(!e)throw Error(`there is no board around this`);return e}var D=({id:e,label:t,hint:n,color:r,hotKey:i,goal:a})=>({id:e,label:t,hint:n,color:r,hotKey:i,goal:a?.id??``}),O=e=>({code:e,base:e}),re=e=>({id:``,label:``,hint:``,color:``,hotKey:``,goal:e});function ie(e,t){let n=Object.keys(t).filter(n=>e[n]!==t[n]),r=e=>Object.fromEntries(n.map(t=>[t,e[t]]));return{after:r(e),before:r(t)}}function k({campaign:e,open:t}){let n=e.successCodes.filter(({retired:e})=>!e).map(D),r=t&&`code`in t?t.code:void 0;return r?r.id===``?[...n,r]:n.map(e=>e.id===r.id?r:e):n}var ae=(e,t)=>t.find(({id:t,label:n})=>t!==e.id&&n.trim().toLowerCase()===e.label.trim().toLowerCase()),A=(e,t)=>t.find(({id:t,hotKey:n,retired:r})=>!r&&t!==e.id&&e.hotKey!==``&&n===e.hotKey),j=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},oe=new j(`
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
}`),M=new j(`
    query Used($id: ID!) {
  campaign(id: $id) {
    successCodes {
      id
      used
    }
  }
}
    `),N=new j(`
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
    `),P=new j(`
    mutation CreateCode($input: CreateSuccessCodeInput!) {
  createSuccessCode(input: $input) {
    successCode {
      id
    }
  }
}
    `),F=new j(`
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
    `),I=new j(`
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
    `),L=i({english:{title:`Goals & codes`,lead:`Operators say with a code what came out of a chat; the code decides who gets it. Goals group codes, and reports count them.`,save:`Save`,cancel:`Cancel`,edit:`Edit`,retire:`Retire`,restore:`Restore`,"move.up":`Move {what} up`,"move.down":`Move {what} down`,moved:`{code} is now {place} of {all} in {goal}`,"goal.add":`Add goal`,"goal.name":`Name of the goal`,"goal.hint":`What the campaign wants from chats, such as Sales or Service.`,"goal.rename":`Rename`,"goal.renamed":`The goal is now called {name}`,"goal.moved":`{goal} is now goal {place} of {all}`,"goal.none":`Without a goal`,"goal.noneYet":`Codes`,"goal.empty":`No codes yet.`,"code.add":`Add code`,"code.label":`Label`,"code.labelHint":`What operators see, and what chat apps send as a tag.`,"code.labelTaken":`There is {code} already.`,"code.labelRetired":`There was {code} before. Restore it below instead.`,"code.hint":`Hint`,"code.hintHint":`Tells operators when to give it.`,"code.color":`Colour`,"code.colorHint":`A bar beside the label, which stays as it is.`,"code.colorFaint":`Hardly to be seen on white. A darker one stands out.`,"code.colorChoose":`Choose a colour`,"code.colorNone":`No colour`,"code.key":`Key`,"code.keyHint":`Gives the code in the operator’s window.`,"code.keyNext":`The next free one`,"code.keyTaken":`This is the key of {code}.`,"code.goal":`Goal`,"code.saved":`{code} is saved`,goesTo:`Goes to`,"goesTo.standard":`→ standard:`,"goesTo.nobody":`Goes to nobody`,"goesTo.add":`Add an address`,"goesTo.refuses":`refuses mails`,used:{one:`{number} chat in 30 days`,other:`{number} chats in 30 days`},"retired.title":`Retired codes`,"retired.hint":`Nobody can give them any more. Chats that have them keep them.`,"retired.done":`{code} is retired`,"restored.done":`{code} is in use again`,"more.title":`More settings`,"more.several":`several codes`,"more.one":`one code`,"more.required":`required`,"more.optional":`not required`,"more.allowMultiple":`Allow multiple codes`,"more.allowMultipleMeans":`Operators may give a chat more than one code; it then goes to the addresses of all of them. What a chat app sends always counts in full.`,"more.requireCode":`Require a code`,"more.requireCodeMeans":`A chat without a code waits for one until the time limit, then goes to standard. Visitors are never kept waiting: their chat closes as usual.`,"more.on":`On: {setting}`,"more.off":`Off: {setting}`,"see.title":`What operators see`,"see.hint":`As in their window. Try it: nothing is saved.`,"see.codes":`Success codes`,"see.code":`Success code`,"see.required":`required`,"see.several":`one or more`,"see.none":`No codes yet.`,"suggest.first":`What should operators be able to say of a chat? Begin with one of these; each can be changed later.`,"suggest.more":`Also often used:`,"suggest.add":`Add {code}`,"suggest.sales":`Sales`,"suggest.service":`Service`,"suggest.lead":`lead`,"suggest.leadHint":`May become a customer`,"suggest.sale":`sale`,"suggest.saleHint":`Has bought, or will`,"suggest.support":`support`,"suggest.supportHint":`Needs help with what they have`},others:{de:()=>_(()=>import(`./de-PfyJcFUE.js`),[],import.meta.url),nl:()=>_(()=>import(`./nl-Bp9ehtAJ.js`),[],import.meta.url)}}),R=n(),z=[{key:`lead`,goal:`sales`,color:`#0b6b62`},{key:`sale`,goal:`sales`,color:`#1c6b3c`},{key:`support`,goal:`service`,color:`#1f5fa8`}];function B(){let{t:e}=L(),{campaign:t}=E(),n=s(N),r=s(P),i=(e,t)=>e.toLowerCase()===t.toLowerCase(),a=t=>z.some(({key:n})=>i(t,e(`suggest.${n}`))),o=z.filter(({key:n})=>!t.successCodes.some(({label:t})=>i(t,e(`suggest.${n}`))));if(o.length===0||!t.successCodes.every(({label:e})=>a(e)))return null;let c=async({key:a,goal:o,color:s})=>{let c=t.goals.find(t=>i(t.name,e(`suggest.${o}`))),l=c?void 0:await n.run({campaign:t.id,name:e(`suggest.${o}`)}),u=c?.id??l?.createGoal?.goal.id;u&&(await r.run({campaign:t.id,label:e(`suggest.${a}`),hint:e(`suggest.${a}Hint`),color:s,goal:u}),g(...z.map(({key:e})=>`suggest-${e}`),`add-goal`))};return(0,R.jsxs)(`div`,{className:`empty`,children:[(0,R.jsx)(`p`,{children:e(t.successCodes.length>0?`suggest.more`:`suggest.first`)}),(0,R.jsx)(f,{problem:n.problem??r.problem}),(0,R.jsx)(`ul`,{className:`suggestions`,children:o.map(t=>(0,R.jsxs)(`li`,{children:[(0,R.jsx)(`button`,{type:`button`,className:`button`,id:`suggest-${t.key}`,disabled:n.busy||r.busy,onClick:()=>c(t),children:e(`suggest.add`,{code:e(`suggest.${t.key}`)})}),(0,R.jsx)(`span`,{className:`small muted`,children:e(`suggest.${t.key}Hint`)})]},t.key))})]})}function V({id:e,name:t}){let{t:n}=L(),r=y(),{campaign:i,setOpen:a}=E(),[o,c]=(0,w.useState)(t),l=s(N),p=s(se),m=l.problem??p.problem,_=()=>{a(null),g(`rename-${e}`,`add-goal`)};return(0,R.jsxs)(`form`,{onSubmit:async a=>{a.preventDefault(),await(e?p.run({id:e,name:o}):l.run({campaign:i.id,name:o}))&&(e&&r(n(`goal.renamed`,{name:o}),()=>p.run({id:e,name:t})),_())},className:`stack`,onKeyDown:e=>e.key===`Escape`&&_(),children:[(0,R.jsx)(f,{problem:d(m,[`input.name`])}),(0,R.jsx)(v,{label:n(`goal.name`),hint:n(`goal.hint`),problem:u(m,`input.name`),children:e=>(0,R.jsx)(`input`,{...e,ref:h,className:`input`,required:!0,maxLength:120,value:o,onChange:e=>c(e.target.value)})}),(0,R.jsxs)(`div`,{className:`row wrap`,children:[(0,R.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:l.busy||p.busy,children:n(`save`)}),(0,R.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:_,children:n(`cancel`)})]})]})}function H(e){let[t=0,n=0,r=0]=[1,3,5].map(t=>fe(Number.parseInt(e.slice(t,t+2),16)/255));return .2126*t+.7152*n+.0722*r}var fe=e=>e<=.04045?e/12.92:((e+.055)/1.055)**2.4,pe=e=>e!==``&&1.05/(H(e)+.05)<3,me=`#0b6b62`;function he({color:e,onChange:t,problem:n}){let{t:r}=L();return(0,R.jsx)(v,{label:r(`code.color`),hint:pe(e)?r(`code.colorFaint`):r(`code.colorHint`),problem:n,children:n=>e===``?(0,R.jsx)(`button`,{id:n.id,"aria-describedby":n[`aria-describedby`],type:`button`,className:`button`,onClick:()=>t(me),children:r(`code.colorChoose`)}):(0,R.jsxs)(`div`,{className:`row wrap`,children:[(0,R.jsx)(`input`,{...n,type:`color`,className:`color`,value:e,onChange:({target:e})=>t(e.value)}),(0,R.jsx)(`button`,{type:`button`,className:`button quiet small`,onClick:()=>t(``),children:r(`code.colorNone`)})]})})}var ge=[`1`,`2`,`3`,`4`,`5`,`6`,`7`,`8`,`9`];function _e({draft:e,onChange:t,problem:n}){let{t:r}=L(),{campaign:i}=E(),a=t=>A({...e,hotKey:t},i.successCodes),o=a(e.hotKey);return(0,R.jsx)(v,{label:r(`code.key`),hint:r(`code.keyHint`),problem:o?r(`code.keyTaken`,{code:o.label}):n,children:n=>(0,R.jsxs)(`select`,{...n,className:`input`,value:e.hotKey,onChange:({target:e})=>t(e.value),children:[(0,R.jsx)(`option`,{value:``,children:r(`code.keyNext`)}),ge.map(e=>(0,R.jsx)(`option`,{value:e,children:[e,a(e)?.label].filter(Boolean).join(` · `)},e))]})})}function ve(e,t){let n=t.filter(({retired:e})=>!e);return[...e.map(({id:e})=>e),``].map(e=>({goal:e,codes:n.filter(t=>U(t)===e)})).filter(({goal:t,codes:n})=>t!==``||n.length>0||e.length===0)}var U=({goal:e})=>e?.id??``;function ye(e,t,n){let r=e.findIndex(({codes:e})=>e.some(e=>e.id===t)),i=e[r];if(!i)return;let a=i.codes.findIndex(e=>e.id===t)+n;if(a>=0&&a<i.codes.length)return W(e,t,i.goal,a);let o=e[r+n];return o&&W(e,t,o.goal,n===1?0:o.codes.length)}function W(e,t,n,r){let i=e.flatMap(({codes:e})=>e).find(e=>e.id===t);return i?e.map(e=>{let a=e.codes.filter(e=>e.id!==t);return{...e,codes:e.goal===n?a.toSpliced(r,0,i):a}}):[...e]}function G(e,t){let n=e.flatMap(({codes:e})=>e.map(({id:e})=>e));return[...n,...t.map(({id:e})=>e).filter(e=>!n.includes(e))]}function be(e,t,n){let r=e[t];if(!(r===void 0||t+n<0||t+n>=e.length))return e.toSpliced(t,1).toSpliced(t+n,0,r)}function xe(){let{t:e}=L(),t=y(),{campaign:n,groups:r}=E(),i=s(P),a=s(F),o=s(I),c=(e,t)=>{let i=r.map(n=>({goal:n.goal,codes:[...n.codes.filter(t=>t.id!==e),...n.goal===t?[{id:e,goal:null,retired:!1}]:[]]}));return o.run({campaign:n.id,codes:G(i,n.successCodes)})},l=async({id:e,goal:t,...a})=>{let o=await i.run({campaign:n.id,...a,...t&&{goal:t}}),s=o?.createSuccessCode?.successCode.id;return s&&t!==r.at(-1)?.goal&&await c(s,t),o};return{save:async(n,r)=>{let{id:i}=n;if(!i)return l(n);let{after:o,before:s}=ie(n,r),u=await a.run({id:i,...o});return u&&(o.goal!==void 0&&await c(i,o.goal),t(e(`code.saved`,{code:n.label}),()=>a.run({id:i,...s})),u)},busy:i.busy||a.busy||o.busy,problem:i.problem??a.problem??o.problem}}var Se=[`input.label`,`input.hint`,`input.color`,`input.hotKey`,`input.goal`];function K(){let{open:e,setOpen:t}=E();return!e||!(`code`in e)?null:(0,R.jsx)(Ce,{draft:e.code,base:e.base,set:n=>t({...e,code:{...e.code,...n}})})}function Ce({draft:e,base:t,set:n}){let{t:r}=L(),{campaign:i,setOpen:a}=E(),{save:o,busy:s,problem:c}=xe(),l=ae(e,i.successCodes),p=A(e,i.successCodes),m=(...t)=>{a(null),g(...t,`edit-${e.id}`,`add-${e.goal}`)},_=async n=>{n.preventDefault(),!l&&!p&&await o(e,t)&&m()},y=l&&r(l.retired?`code.labelRetired`:`code.labelTaken`,{code:l.label});return(0,R.jsxs)(`form`,{onSubmit:_,className:`code-form`,children:[(0,R.jsx)(f,{problem:d(c,Se)}),(0,R.jsx)(v,{label:r(`code.label`),hint:r(`code.labelHint`),problem:y||u(c,`input.label`),children:t=>(0,R.jsx)(`input`,{...t,ref:h,className:`input`,required:!0,maxLength:120,value:e.label,onChange:({target:e})=>n({label:e.value})})}),(0,R.jsx)(v,{label:r(`code.hint`),hint:r(`code.hintHint`),problem:u(c,`input.hint`),children:t=>(0,R.jsx)(`input`,{...t,className:`input`,maxLength:500,value:e.hint,onChange:({target:e})=>n({hint:e.value})})}),(0,R.jsx)(he,{color:e.color,onChange:e=>n({color:e}),problem:u(c,`input.color`)}),(0,R.jsx)(_e,{draft:e,onChange:e=>n({hotKey:e}),problem:u(c,`input.hotKey`)}),i.goals.length>0&&(0,R.jsx)(v,{label:r(`code.goal`),problem:u(c,`input.goal`),children:t=>(0,R.jsxs)(`select`,{...t,className:`input`,value:e.goal,onChange:({target:e})=>n({goal:e.value}),children:[i.goals.map(({id:e,name:t})=>(0,R.jsx)(`option`,{value:e,children:t},e)),(0,R.jsx)(`option`,{value:``,children:r(`goal.none`)})]})}),(0,R.jsxs)(`div`,{className:`row wrap`,children:[(0,R.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:s,children:r(`save`)}),(0,R.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:()=>m(),children:r(`cancel`)})]})]})}function q(){let{t:e}=L(),t=y(),{campaign:n,groups:r}=E(),i=s(F),a=s(I),o=async(e,t,r,o)=>{if(!r||await i.run({id:e.id,goal:t}))return a.run({campaign:n.id,codes:G(o,n.successCodes)})};return{move:async(i,a)=>{let s=a.find(({codes:e})=>e.some(({id:e})=>e===i.id)),c=U(i);if(!s||!await o(i,s.goal,s.goal!==c,a))return;let l=n.goals.find(({id:e})=>e===s.goal)?.name??e(`goal.none`),u=s.codes.findIndex(({id:e})=>e===i.id)+1;t(e(`moved`,{code:i.label,place:u,all:s.codes.length,goal:l}),()=>o(i,c,s.goal!==c,r))},busy:i.busy||a.busy,problem:i.problem??a.problem}}function J(){let{t:e}=L(),t=y(),{run:n,...r}=s(le),{run:i,...a}=s(ue);return{retire:async({id:r,label:a})=>{let o=await n({id:r});return o&&t(e(`retired.done`,{code:a}),()=>i({id:r})),o!==void 0},restore:async({id:r,label:a})=>{let o=await i({id:r});return o&&t(e(`restored.done`,{code:a}),()=>n({id:r})),o!==void 0},busy:r.busy||a.busy,problem:r.problem??a.problem}}var Y=`application/x-postchat-code`,we=e=>({draggable:!0,onDragStart:t=>{t.dataTransfer.setData(Y,e),t.dataTransfer.effectAllowed=`move`;let n=t.currentTarget.closest(`li`);n&&t.dataTransfer.setDragImage(n,8,8)}});function X(e,t){let{campaign:n,groups:r,may:i}=E(),{move:a}=q(),[o,s]=(0,w.useState)(!1);if(!i)return{};let c=e=>e.dataTransfer.types.includes(Y);return{"data-over":o||void 0,onDragOver:e=>{c(e)&&(e.preventDefault(),e.stopPropagation(),s(!0))},onDragLeave:()=>s(!1),onDrop:i=>{if(!c(i))return;i.preventDefault(),i.stopPropagation(),s(!1);let o=n.successCodes.find(({id:e})=>e===i.dataTransfer.getData(Y));if(!o)return;let l=r.find(t=>t.goal===e)?.codes??[],u=l.findIndex(({id:e})=>e===o.id),d=u<0?t:Math.min(t,l.length-1);u!==d&&a(o,W(r,o.id,e,d))}}}function Te({code:e}){let{t}=L(),{campaign:n,may:r}=E(),{standard:i,codes:a}=n.followUpAddresses,o=a.find(t=>t.code.id===e.id)?.addresses.items??[],s=o.length===0&&n.goalSettings.unaddressed===`STANDARD`,c=s?i.items:o;return(0,R.jsxs)(`div`,{className:`goes-to small`,children:[(0,R.jsxs)(`span`,{className:`visually-hidden`,children:[t(`goesTo`),` `]}),c.length===0?(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(S,{tone:`wait`,children:t(`goesTo.nobody`)}),r&&(0,R.jsxs)(b,{to:`/campaigns/$campaign/addresses`,params:{campaign:n.id},children:[t(`goesTo.add`),` `,(0,R.jsx)(`span`,{className:`visually-hidden`,children:e.label})]})]}):(0,R.jsxs)(R.Fragment,{children:[s&&(0,R.jsxs)(`span`,{className:`muted`,children:[t(`goesTo.standard`),` `]}),c.map(({name:e,email:n,health:r})=>(0,R.jsxs)(`span`,{className:r&&!r.healthy?`chip bad`:`chip`,title:n,children:[(0,R.jsx)(`bdi`,{children:e||n}),r&&!r.healthy&&` · ${t(`goesTo.refuses`)}`]},n))]})]})}function Z({id:e,by:t,what:n,move:r}){let{t:i}=L();return(0,R.jsx)(`button`,{type:`button`,id:e,className:`icon-button`,"aria-label":i(t<0?`move.up`:`move.down`,{what:n}),"aria-disabled":r===void 0,onClick:()=>r?.(),children:(0,R.jsx)(`svg`,{viewBox:`0 0 16 16`,width:`16`,height:`16`,"aria-hidden":`true`,children:(0,R.jsx)(`path`,{d:t<0?`M3 10l5-5 5 5`:`M3 6l5 5 5-5`,fill:`none`,stroke:`currentColor`,strokeWidth:`2`})})})}function Ee({code:e,at:t}){let{campaign:n,may:r,open:i}=E(),a=X(U(e),t);if(i&&`code`in i&&i.code.id===e.id)return(0,R.jsx)(`li`,{className:`code-row open`,children:(0,R.jsx)(K,{})});let o=x(k({campaign:n,open:null})).get(e.label);return(0,R.jsxs)(`li`,{className:`code-row`,...a,children:[r&&(0,R.jsx)(Q,{code:e}),(0,R.jsxs)(`div`,{className:`code-name`,style:{"--choice":e.color||`var(--line)`},children:[(0,R.jsxs)(`span`,{className:`label`,children:[(0,R.jsx)(`bdi`,{children:e.label}),` `,o&&(0,R.jsx)(`span`,{className:`key`,children:o})]}),e.hint&&(0,R.jsx)(`span`,{className:`small muted`,children:(0,R.jsx)(`bdi`,{children:e.hint})})]}),(0,R.jsx)(Te,{code:e}),(0,R.jsx)(De,{code:e}),r&&(0,R.jsx)(Oe,{code:e})]})}function Q({code:e}){return(0,R.jsx)(`span`,{className:`handle`,"aria-hidden":`true`,...we(e.id),children:(0,R.jsx)(`svg`,{viewBox:`0 0 10 16`,width:`10`,height:`16`,"aria-hidden":`true`,children:[3,8,13].map(e=>(0,R.jsx)(`path`,{d:`M2 ${e}h.01M8 ${e}h.01`,stroke:`currentColor`,strokeWidth:`3`,strokeLinecap:`round`},e))})})}function De({code:e}){let{t}=L(),{language:n}=r(),{campaign:i,used:a,days:o}=E();if(!a)return(0,R.jsx)(`span`,{className:`used`});let s=a.get(e.id)??0,c=t(`used`,{count:s,number:new Intl.NumberFormat(n).format(s)});return s===0?(0,R.jsx)(`span`,{className:`used small muted`,children:c}):(0,R.jsx)(b,{className:`used small`,to:`/follow-ups`,search:ee({campaigns:[i.id],codes:[e.id],days:o}),children:c})}function Oe({code:e}){let{t}=L(),{groups:n,setOpen:r}=E(),{move:i,busy:a,problem:o}=q(),s=J(),c=t=>{let r=a?void 0:ye(n,e.id,t);return r&&(()=>void i(e,r).then(()=>g(`move-${t}-${e.id}`)))};return(0,R.jsxs)(`div`,{className:`code-buttons row`,children:[[-1,1].map(t=>(0,R.jsx)(Z,{id:`move-${t}-${e.id}`,by:t,what:e.label,move:c(t)},t)),(0,R.jsxs)(`button`,{type:`button`,className:`button small`,id:`edit-${e.id}`,onClick:()=>r(O(D(e))),children:[t(`edit`),` `,(0,R.jsx)(`span`,{className:`visually-hidden`,children:e.label})]}),(0,R.jsxs)(`button`,{type:`button`,className:`button quiet small`,disabled:s.busy,onClick:async()=>{await s.retire(e)&&g(`add-${U(e)}`,`add-goal`)},children:[t(`retire`),` `,(0,R.jsx)(`span`,{className:`visually-hidden`,children:e.label})]}),(0,R.jsx)(f,{problem:o??s.problem})]})}function ke({group:e}){let{t}=L(),{campaign:n,may:r,open:i,setOpen:a}=E(),o=n.goals.find(({id:t})=>t===e.goal),s=o?.name??t(n.goals.length>0?`goal.none`:`goal.noneYet`),c=i&&`code`in i&&i.code.id===``&&i.code.goal===e.goal,l=X(e.goal,e.codes.length);return(0,R.jsxs)(`section`,{className:`card goal`,"aria-labelledby":`goal-${e.goal}`,...l,children:[o&&i&&`goal`in i&&i.goal===o.id?(0,R.jsx)(V,{...o}):(0,R.jsxs)(`div`,{className:`goal-head`,children:[(0,R.jsx)(`h2`,{id:`goal-${e.goal}`,children:(0,R.jsx)(`bdi`,{children:s})}),r&&(0,R.jsxs)(`div`,{className:`row wrap`,children:[o&&(0,R.jsx)(Ae,{goal:o}),(0,R.jsx)(`button`,{type:`button`,className:`button small`,id:`add-${e.goal}`,onClick:()=>a(O(re(e.goal))),children:t(`code.add`)})]})]}),e.codes.length===0&&!c&&(0,R.jsx)(`p`,{className:`muted small`,children:t(`goal.empty`)}),(0,R.jsx)(`ol`,{className:`codes-list`,children:e.codes.map((e,t)=>(0,R.jsx)(Ee,{code:e,at:t},e.id))}),c&&(0,R.jsx)(K,{})]})}function Ae({goal:e}){let{t}=L(),n=y(),{campaign:r,setOpen:i}=E(),{run:a,busy:o,problem:c}=s(ce),l=r.goals.map(({id:e})=>e),u=l.indexOf(e.id),d=i=>{let s=be(l,u,i);if(s&&!o)return async()=>{await a({campaign:r.id,goals:s})&&(n(t(`goal.moved`,{goal:e.name,place:u+i+1,all:l.length}),()=>a({campaign:r.id,goals:l})),g(`goal-${i}-${e.id}`))}};return(0,R.jsxs)(R.Fragment,{children:[(0,R.jsx)(f,{problem:c}),(0,R.jsxs)(`button`,{type:`button`,className:`button quiet small`,id:`rename-${e.id}`,onClick:()=>i({goal:e.id}),children:[t(`goal.rename`),(0,R.jsx)(`span`,{className:`visually-hidden`,children:e.name})]}),l.length>1&&[-1,1].map(t=>(0,R.jsx)(Z,{id:`goal-${t}-${e.id}`,by:t,what:e.name,move:d(t)},t))]})}var $=[`allowMultiple`,`requireCode`];function je(){let{t:e}=L(),t=y(),{campaign:n,may:r}=E(),{run:i,busy:a,problem:o}=s(de),[c,l]=(0,w.useState)({}),p=async(r,o)=>{if(a)return;l({[r]:o});let s=await i({campaign:n.id,[r]:o});l({}),s&&t(e(o?`more.on`:`more.off`,{setting:e(`more.${r}`)}),()=>i({campaign:n.id,[r]:!o}))},{allowMultiple:m,requireCode:h}=n.goalSettings,g=[e(m?`more.several`:`more.one`),e(h?`more.required`:`more.optional`)];return(0,R.jsxs)(`details`,{className:`card more`,open:o!==null||void 0,children:[(0,R.jsxs)(`summary`,{children:[e(`more.title`),(0,R.jsx)(`span`,{className:`small muted`,children:` · ${g.join(` · `)}`})]}),(0,R.jsx)(f,{problem:d(o,$.map(e=>`input.${e}`))}),$.map(t=>(0,R.jsx)(Me,{label:e(`more.${t}`),on:c[t]??n.goalSettings[t],disabled:!r,problem:u(o,`input.${t}`),onChange:e=>void p(t,e),children:e(`more.${t}Means`)},t))]})}function Me({label:e,on:t,disabled:n,problem:r,onChange:i,children:a}){let o=(0,w.useId)();return(0,R.jsxs)(`div`,{className:`switch`,children:[(0,R.jsxs)(`label`,{className:`check`,children:[(0,R.jsx)(`input`,{type:`checkbox`,checked:t,disabled:n,"aria-describedby":`${o}means ${o}problem`,"aria-invalid":r?!0:void 0,onChange:({target:e})=>i(e.checked)}),e]}),(0,R.jsx)(`p`,{id:`${o}means`,className:`small muted`,children:a}),(0,R.jsx)(`p`,{id:`${o}problem`,role:`alert`,className:`small problem`,children:r})]})}function Ne(){let{t:e}=L(),t=E(),{allowMultiple:n,requireCode:r}=t.campaign.goalSettings,[i,a]=(0,w.useState)([]),o=k(t).filter(({label:e})=>e.trim()!==``),s=x(o),c=i.filter(e=>o.some(t=>t.id===e)).slice(0,n?void 0:1),l=[r&&e(`see.required`),n&&e(`see.several`)].filter(Boolean);return(0,R.jsxs)(`section`,{className:`card operators-see`,"aria-labelledby":`operators-see`,children:[(0,R.jsx)(`h2`,{id:`operators-see`,children:e(`see.title`)}),(0,R.jsx)(`p`,{className:`small muted`,children:e(`see.hint`)}),(0,R.jsxs)(`fieldset`,{children:[(0,R.jsxs)(`legend`,{children:[e(n?`see.codes`:`see.code`),(0,R.jsx)(`span`,{className:`muted small`,children:l.map(e=>` · ${e}`).join(``)})]}),o.length===0&&(0,R.jsx)(`p`,{className:`muted`,children:e(`see.none`)}),(0,R.jsx)(`div`,{className:o.some(({hint:e})=>e)?`choices hinted`:`choices`,children:o.map(({id:e,label:t,hint:r,color:i})=>(0,R.jsx)(C,{label:t,hint:r,color:i,digit:s.get(t)??``,several:n,name:`preview`,checked:c.includes(e),onPick:()=>a(te(e,c,n))},e))})]})]})}function Pe(){let{t:e}=L(),{campaign:t,may:n}=E(),{restore:r,busy:i,problem:a}=J(),o=t.successCodes.filter(({retired:e})=>e);return o.length===0?null:(0,R.jsxs)(`section`,{className:`card`,"aria-labelledby":`retired`,children:[(0,R.jsx)(`h2`,{id:`retired`,tabIndex:-1,children:e(`retired.title`)}),(0,R.jsx)(`p`,{className:`small muted`,children:e(`retired.hint`)}),(0,R.jsx)(f,{problem:a}),(0,R.jsx)(`ul`,{className:`codes-list`,children:o.map(t=>(0,R.jsxs)(`li`,{className:`code-row retired`,children:[(0,R.jsx)(`span`,{className:`label`,children:(0,R.jsx)(`bdi`,{children:t.label})}),(0,R.jsx)(`span`,{className:`small muted`,children:t.retiredAt&&(0,R.jsx)(ne,{at:t.retiredAt})}),n&&(0,R.jsxs)(`button`,{type:`button`,className:`button small`,disabled:i,onClick:()=>void r(t).then(e=>e&&g(`edit-${t.id}`)),children:[e(`restore`),` `,(0,R.jsx)(`span`,{className:`visually-hidden`,children:t.label})]})]},t.id))})]})}function Fe(){let{campaign:t}=e({from:`/campaigns/$campaign/goals`}),n=o(`account`,oe,{id:t});return(0,R.jsx)(m,{of:n,children:({campaign:e})=>e&&(0,R.jsx)(Ie,{campaign:e},e.id)})}function Ie({campaign:e}){let{t}=L(),n=l().may(`CAMPAIGN`),[r,i]=(0,w.useState)(null),a=c(30,e.timeZone),s=o(`all`,M,{id:e.id}).data?.campaign?.successCodes,u={campaign:e,groups:ve(e.goals,e.successCodes),may:n,used:s&&new Map(s.map(({id:e,used:t})=>[e,t])),days:a,open:r,setOpen:i},d=(0,R.jsx)(`button`,{type:`button`,className:`button`,id:`add-goal`,onClick:()=>i({goal:``}),children:t(`goal.add`)});return(0,R.jsx)(T,{value:u,children:(0,R.jsxs)(p,{title:t(`title`),actions:n&&d,children:[(0,R.jsx)(`p`,{className:`lead muted`,children:t(`lead`)}),(0,R.jsxs)(`div`,{className:`goals`,children:[(0,R.jsx)(Le,{}),(0,R.jsx)(Ne,{})]})]})})}function Le(){let{groups:e,open:t,may:n}=E();return(0,R.jsxs)(`div`,{className:`stack`,children:[n&&(0,R.jsx)(B,{}),e.map(e=>(0,R.jsx)(ke,{group:e},e.goal)),t&&`goal`in t&&t.goal===``&&(0,R.jsx)(`div`,{className:`card`,children:(0,R.jsx)(V,{id:``,name:``})}),(0,R.jsx)(je,{}),(0,R.jsx)(Pe,{})]})}export{Fe as Goals};