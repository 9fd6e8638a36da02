import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./useParams-Bnq09svw.js";import{t as n}from"./useSearch-DhtugqXB.js";import{i as r,r as i}from"./react-AyOTluXZ.js";import{S as a,c as o,d as s,i as c,r as l,s as u,t as d,u as f,v as p}from"./base-CTmk8UTt.js";import{a as m,i as h}from"./data-DzwsbZCa.js";import{t as g}from"./useAnswer-Dzc_GWob.js";import{a as _,i as v,n as y,o as ee,r as b,s as te,t as x}from"./Answer-BvqSZd80.js";import{t as S}from"./Leaving-DTud_jsO.js";import{r as ne,t as C}from"./search-Blvxdn4O.js";import{t as re}from"./link-CtCcNamM.js";import{t as w}from"./useNavigate-DNzsfxPa.js";import{t as T}from"./MailFrame-nnEI8FmM.js";import{t as E}from"./Tabs-BiTdBemB.js";import{t as D}from"./Text-COXIjOdy.js";import{t as O}from"./Field-a0GslIpo.js";import{n as k}from"./viewer-HpT3TdIj.js";import{n as ie}from"./Toast-TBbxKBA3.js";import{t as ae}from"./ZoneInput-B389xQND.js";import{t as oe}from"./Dialog-Dw1coUpL.js";var A=e(r(),1),j=[`subject`,`intro`,`footer`,`senderName`,`replyTo`,`language`,`timeZone`],M=`{urgent} [{codes}] {title} · {campaign} {number}`,N=[`title`,`visitor`,`email`,`phone`,`codes`,`campaign`,`number`,`urgent`,`operator`,`department`,`topic`,`page`,`date`,`time`],P=e=>e===`subject`||e===`intro`||e===`footer`;function F(e,t,n,r){let i=`${e.slice(0,t)}{${r}}`;return{text:i+e.slice(n),caret:i.length}}var I=(e,t)=>B(t,n=>t[n]!==e[n]),L=({mailSettings:e,successCodes:t},n)=>[{id:``,mailSettings:e},...t].some(e=>Object.keys(I(e.mailSettings,n[e.id]??{})).length>0),R=(e,t)=>B(e,n=>e[n]!==t[n]),z=(e,t)=>B(e,e=>e in t);function B(e,t){return Object.fromEntries(j.filter(n=>n in e&&t(n)).map(t=>[t,e[t]]))}function V(e,t,n,r){let i=e.successCodes.filter(({id:e})=>t[e]!==void 0);return{...r===`sample`?{campaign:e.id}:{followUp:r},settings:I(e.mailSettings,t[``]??{}),codeSettings:i.map(({id:e,mailSettings:n})=>({code:e,...n,...t[e]})),...n&&{codes:[n.label]}}}function H(e,t,n,r){return n?`input.codeSettings[${e.successCodes.filter(({id:e})=>t[e]!==void 0).findIndex(({id:e})=>e===n.id)}].${r}`:`input.settings.${r}`}var U=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},W=new U(`
    query CampaignMail($campaign: ID!, $chats: FollowUpFilter) {
  viewer {
    person {
      id
      email
    }
  }
  campaign(id: $campaign) {
    id
    name
    timeZone
    mailSettings {
      subject
      intro
      footer
      senderName
      replyTo
      language
      timeZone
    }
    successCodes {
      id
      label
      retired
      mailSettings {
        subject
        intro
        footer
        senderName
        replyTo
        language
        timeZone
      }
    }
  }
  followUps(filter: $chats, first: 20) {
    nodes {
      id
      number
      chat {
        id
        closedAt
        visitor {
          name
          email
        }
      }
    }
  }
}
    `),G=new U(`
    query MailPreview($input: PreviewMailInput!) {
  previewMail(input: $input) {
    subject
    from
    replyTo
    decision {
      recipients {
        address {
          name
          email
        }
      }
    }
    content {
      plain
      html
    }
  }
}
    `),K=new U(`
    mutation UpdateMailSettings($input: UpdateMailSettingsInput!) {
  updateMailSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),q=new U(`
    mutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {
  saveCodeMailSettings(input: $input) {
    successCode {
      id
    }
  }
}
    `),se=new U(`
    mutation SendTestMail($input: SendTestMailInput!) {
  sendTestMail(input: $input) {
    testMail {
      id
      state
      words
      transport
      subject
      recipient {
        email
      }
      content {
        html
      }
    }
  }
}
    `),J=s({english:{title:`Mail`,scope:`Settings for`,"scope.all":`All chats of the campaign`,"scope.hint":`Mails about chats with a success code can look different.`,"scope.differs":`differs`,"scope.unsaved":`not saved`,same:`Same as the campaign: {value}`,differ:`Make it different`,asCampaign:`Same as the campaign`,save:`Save`,discard:`Discard changes`,saved:`Saved. The next mails look like this.`,"setting.subject":`Subject`,"setting.intro":`Intro`,"setting.footer":`Footer`,"setting.senderName":`Sender's name`,"setting.replyTo":`Reply address`,"setting.language":`Language`,"setting.timeZone":`Time zone`,"hint.subject":`One line. What is not known is left out, with the brackets around it.`,"hint.intro":`Stands above the chat. A reply to the visitor quotes it.`,"hint.footer":`Stands at the end. A reply to the visitor quotes it.`,"hint.senderName":`Stands before the sender's address.`,"hint.replyTo":`Replies to mails with a note go here; without a note they go to the visitor.`,"hint.language":`Of the mail's own words. What people said in the chat stays as it is.`,"hint.timeZone":`Of all times in the mail.`,"usual.replyTo":`The standard addresses, else the sender`,"usual.none":`None`,placeholders:`Place in “{field}”`,"placeholder.title":`What it is about`,"placeholder.visitor":`Visitor`,"placeholder.email":`Visitor's e-mail`,"placeholder.phone":`Visitor's phone`,"placeholder.codes":`Codes`,"placeholder.campaign":`Campaign`,"placeholder.number":`Number`,"placeholder.urgent":`Urgent mark`,"placeholder.operator":`Operator`,"placeholder.department":`Department`,"placeholder.topic":`Subject of the chat`,"placeholder.page":`Page`,"placeholder.date":`Date`,"placeholder.time":`Time`,preview:`Preview`,"preview.chat":`Chat in the preview`,"preview.nobody":`a visitor`,"preview.other":`An older chat`,"preview.madeUp":`A made-up chat`,"preview.asIf":`As if the chat had been given the code {code}.`,"preview.stale":`This is not up to date: what is typed cannot be used as it is.`,"preview.subject":`Subject`,"preview.from":`From`,"preview.to":`To`,"preview.toNobody":`Nobody: no address is set for this chat`,"preview.replyTo":`Reply to`,"preview.views":`Ways to look at the mail`,"view.html":`Desktop`,"view.dark":`Dark`,"view.phone":`Phone`,"view.plain":`Plain text`,"size.fits":`Fits: Gmail cuts mails at {limit}.`,"size.cut":`Gmail cuts it at {limit}; the rest is behind a link.`,"test.open":`Send me a test`,"test.title":`Send a test mail`,"test.to":`To`,"test.hint":`The mail of the preview, marked as a test. It counts in no report.`,"test.real":`This mail shows what a real visitor said. For somebody else, choose the made-up chat first.`,"test.send":`Send the test`,"test.again":`Send it again`,"test.busy":`Sending…`,"test.close":`Close`,"fate.ACCEPTED":`Sent to {to}`,"fate.KEPT":`Kept here, not mailed to {to}: no mail provider is set`,"fate.FAILED":`Refused for {to}`,"fate.UNCERTAIN":`Uncertain for {to}: the answer was lost`,"leave.title":`Leave without saving?`,"leave.text":`What you changed in the mails is not saved. If you leave, it is lost.`,"leave.stay":`Stay here`,"leave.go":`Leave and lose it`},others:{de:()=>u(()=>import(`./de-Dq1mVtKE.js`),[],import.meta.url),nl:()=>u(()=>import(`./nl-C-v7Azhu.js`),[],import.meta.url)}}),Y=i();function ce({chats:e,chat:t,code:r,preview:i,problem:a,children:o}){let{t:s}=J(),c=(0,A.useId)(),{view:l=`html`}=n({from:`/campaigns/$campaign/mail`});return(0,Y.jsxs)(`section`,{className:`mail-preview stack`,"aria-labelledby":c,children:[(0,Y.jsxs)(`div`,{className:`page-head`,children:[(0,Y.jsx)(`h2`,{id:c,children:s(`preview`)}),o]}),(0,Y.jsx)(ue,{chats:e,chat:t}),r&&(0,Y.jsx)(`p`,{className:`small muted`,children:s(`preview.asIf`,{code:r.label})}),le(a)?(0,Y.jsx)(`p`,{role:`status`,className:`notice`,children:s(`preview.stale`)}):(0,Y.jsx)(b,{problem:a}),!i&&!a&&(0,Y.jsx)(y,{}),i&&(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(de,{preview:i}),(0,Y.jsx)(fe,{view:l}),(0,Y.jsx)(pe,{preview:i,view:l})]})]})}var le=e=>e instanceof p&&e.all.every(({field:e})=>/^input\.(codeS|s)ettings/.test(e));function ue({chats:e,chat:t}){let{t:r}=J(),{language:i}=f(),a=n({from:`/campaigns/$campaign/mail`}),o=w({from:`/campaigns/$campaign/mail`}),s=new Intl.DateTimeFormat(i,{dateStyle:`medium`,timeStyle:`short`});return(0,Y.jsxs)(`select`,{className:`input`,"aria-label":r(`preview.chat`),value:t,onChange:e=>void o({search:{...a,chat:e.target.value},replace:!0}),children:[e.map(({id:e,number:t,chat:{visitor:n,closedAt:i}})=>(0,Y.jsx)(`option`,{value:e,children:`#${t} · ${l(n.name||n.email)||r(`preview.nobody`)} · ${s.format(new Date(i))}`},e)),t!==`sample`&&!e.some(({id:e})=>e===t)&&(0,Y.jsx)(`option`,{value:t,children:r(`preview.other`)}),(0,Y.jsx)(`option`,{value:C,children:r(`preview.madeUp`)})]})}function de({preview:{subject:e,from:t,replyTo:n,decision:r}}){let{t:i}=J(),a=r.recipients.map(({address:e})=>e.email).join(`, `),o=[{name:i(`preview.subject`),value:e},{name:i(`preview.from`),value:t},{name:i(`preview.to`),value:a||i(`preview.toNobody`)},{name:i(`preview.replyTo`),value:n}];return(0,Y.jsx)(`dl`,{className:`mail-head`,children:o.map(({name:e,value:t})=>(0,Y.jsxs)(`div`,{children:[(0,Y.jsx)(`dt`,{className:`muted`,children:e}),(0,Y.jsx)(`dd`,{children:(0,Y.jsx)(D,{children:t})})]},e))})}function fe({view:e}){let{t}=J(),r=n({from:`/campaigns/$campaign/mail`});return(0,Y.jsx)(E,{label:t(`preview.views`),children:ne.map(n=>(0,Y.jsx)(re,{from:`/campaigns/$campaign/mail`,to:`.`,search:{...r,view:n},replace:!0,resetScroll:!1,activeOptions:{exact:!0},"aria-current":n===e?`page`:void 0,children:t(`view.${n}`)},n))})}function pe({preview:{content:e},view:t}){let{t:n}=J();return(0,Y.jsxs)(Y.Fragment,{children:[t===`plain`?(0,Y.jsx)(`section`,{className:`mail-plain`,"aria-label":n(`view.plain`),children:(0,Y.jsx)(`pre`,{dir:`auto`,tabIndex:0,children:l(e.plain)})}):(0,Y.jsx)(T,{html:e.html,look:t===`html`?`light`:t,title:n(`preview`)}),(0,Y.jsx)(me,{bytes:new TextEncoder().encode(t===`plain`?e.plain:e.html).length})]})}var X=102e3;function me({bytes:e}){let{t}=J(),{language:n}=f(),r=e=>new Intl.NumberFormat(n,{style:`unit`,unit:`kilobyte`,maximumFractionDigits:1}).format(e/1e3),i=e<X;return(0,Y.jsxs)(`p`,{className:`small`,children:[(0,Y.jsx)(c,{tone:i?`ok`:`wait`,children:r(e)}),` `,(0,Y.jsx)(`span`,{className:`muted`,children:t(i?`size.fits`:`size.cut`,{limit:r(X)})})]})}function he({campaign:e,drafts:t}){let{t:r}=J(),i=n({from:`/campaigns/$campaign/mail`}),a=w({from:`/campaigns/$campaign/mail`}),o=e.successCodes.filter(({id:e,retired:t})=>!t||e===i.code),s=(e,t,n)=>[e,t&&r(`scope.differs`),n&&r(`scope.unsaved`)].filter(Boolean).join(` · `),c=(e,n)=>Object.keys(I(n,t[e]??{})).length>0;return(0,Y.jsx)(O,{label:r(`scope`),hint:r(`scope.hint`),children:t=>(0,Y.jsxs)(`select`,{...t,className:`input`,value:i.code,onChange:e=>void a({search:{...i,code:e.target.value},replace:!0}),children:[(0,Y.jsx)(`option`,{value:``,children:s(r(`scope.all`),!1,c(``,e.mailSettings))}),o.map(({id:e,label:t,mailSettings:n})=>(0,Y.jsx)(`option`,{value:e,children:s(t,j.some(e=>n[e]!==null),c(e,n))},e))]})})}var ge=[`EN`,`NL`,`DE`];function Z(){let{language:e}=f(),t=new Intl.DisplayNames(e,{type:`language`});return e=>t.of(e.toLowerCase())??e}function _e({name:e,timeZone:t,mailSettings:n}){let{t:r}=J(),i=Z(),a={subject:M,senderName:e,replyTo:r(`usual.replyTo`),timeZone:t},o=e=>a[e]??r(`usual.none`);return{usual:o,value:e=>e===`language`?i(n.language):n[e]||o(e)}}function ve({setting:e,usual:t,onChange:n,keep:r,...i}){let a={...i,className:`input`,onChange:e=>n(e.target.value)};switch(e){case`intro`:case`footer`:return(0,Y.jsx)(`textarea`,{ref:r,rows:3,dir:`auto`,placeholder:t,...a});case`language`:return(0,Y.jsx)(`select`,{...a,children:(0,Y.jsx)(ye,{})});case`timeZone`:return(0,Y.jsx)(ae,{...a,placeholder:t});case`replyTo`:return(0,Y.jsx)(`input`,{ref:r,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,placeholder:t,...a});default:return(0,Y.jsx)(`input`,{ref:r,type:`text`,dir:`auto`,autoComplete:`off`,placeholder:t,...a})}}function ye(){let e=Z();return ge.map(t=>(0,Y.jsx)(`option`,{value:t,children:e(t)},t))}function be({setting:e,campaign:t,code:n,values:r,may:i,onChange:a,wrong:s,onFocus:c,keep:l}){let{t:u}=J(),{usual:d,value:f}=_e(t),p=(0,A.useRef)(null),m=u(`setting.${e}`),h=r[e],g=t=>{(0,o.flushSync)(()=>a({[e]:t})),p.current?.querySelector(`input, select, textarea, button`)?.focus()},_=(e,t)=>(0,Y.jsx)(`button`,{type:`button`,className:`link small`,"aria-label":`${e}: ${m}`,onClick:()=>g(t),children:e});return(0,Y.jsx)(`div`,{ref:p,children:h===null?(0,Y.jsxs)(`div`,{className:`field`,children:[(0,Y.jsx)(`span`,{className:`label`,children:m}),(0,Y.jsx)(`p`,{className:`muted same`,children:u(`same`,{value:f(e)})}),i&&_(u(`differ`),t.mailSettings[e])]}):(0,Y.jsx)(O,{label:m,hint:u(`hint.${e}`),problem:s(e),children:t=>(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(ve,{...t,setting:e,value:h,usual:d(e),onFocus:c,keep:l,onChange:t=>a({[e]:t})}),n&&i&&_(u(`asCampaign`),null)]})})})}function xe({target:e,onPlace:t}){let{t:n}=J();return(0,Y.jsxs)(`fieldset`,{className:`placeholders`,children:[(0,Y.jsx)(`legend`,{className:`small muted`,children:n(`placeholders`,{field:n(`setting.${e}`)})}),(0,Y.jsx)(`div`,{className:`chips`,children:N.map(e=>(0,Y.jsx)(`button`,{type:`button`,className:`chip`,title:`{${e}}`,onClick:()=>t(e),children:n(`placeholder.${e}`)},e))})]})}function Q(e){let{values:t,may:n,onChange:r}=e,[i,a]=(0,A.useState)(`subject`),s=(0,A.useRef)({}),c=e=>{let n=s.current[i];if(!n)return;let a=t[i]??``,c=F(a,n.selectionStart??a.length,n.selectionEnd??a.length,e);(0,o.flushSync)(()=>r({[i]:c.text})),n.focus(),n.setSelectionRange(c.caret,c.caret)},l=t=>(0,Y.jsx)(be,{setting:t,...e,onFocus:()=>P(t)&&a(t),keep:e=>{s.current[t]=e}},t);return(0,Y.jsxs)(Y.Fragment,{children:[[`subject`,`intro`,`footer`].map(l),n&&t[i]!==null&&(0,Y.jsx)(xe,{target:i,onPlace:c}),[`senderName`,`replyTo`,`language`,`timeZone`].map(l)]})}function Se(e){let t=h(K),n=n=>t.run({campaign:e.campaign.id,...n});return(0,Y.jsx)($,{...e,stored:e.campaign.mailSettings,save:n,busy:t.busy,problem:t.problem,reset:t.reset})}function Ce({code:e,...t}){let n=h(q),r=t=>n.run({code:e.id,...e.mailSettings,...t});return(0,Y.jsx)($,{...t,code:e,stored:e.mailSettings,save:r,busy:n.busy,problem:n.problem,reset:n.reset})}function $({stored:e,save:t,busy:n,problem:r,reset:i,draft:a,onDraft:o,wrong:s,...c}){let{t:l}=J(),u=ie(),d=k().may(`CAMPAIGN`),f=I(e,a),p=Object.keys(f).length>0,m=async()=>{let n=z(e,f);await t(f)!==void 0&&(o(R(a,f)),u(l(`saved`),()=>t(n)))},h=()=>{i(),o({})},g=e=>{r&&i(),o({...a,...e})},y=e=>e in f?s(e)||_(r,`input.${e}`):``;return(0,Y.jsxs)(`form`,{className:`card stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),m()},children:[(0,Y.jsx)(`fieldset`,{disabled:!d,className:`stack`,children:(0,Y.jsx)(Q,{...c,may:d,values:{...e,...a},onChange:g,wrong:y})}),(0,Y.jsx)(b,{problem:v(r,j.map(e=>`input.${e}`))}),d&&(0,Y.jsxs)(`div`,{className:`row wrap`,children:[(0,Y.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:!p||n,children:l(`save`)}),(0,Y.jsx)(`button`,{type:`button`,className:`button quiet`,disabled:!p||n,onClick:h,children:l(`discard`)})]})]})}function we(e){let{t}=J(),[n,r]=(0,A.useState)(!1),i=()=>r(!1);return k().may(`CAMPAIGN`)?(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>r(!0),children:t(`test.open`)}),(0,Y.jsx)(oe,{title:t(`test.title`),open:n,onClose:i,children:(0,Y.jsx)(Te,{...e,onClose:i})})]}):null}function Te({mail:e,me:t,real:n,onClose:r}){let{t:i}=J(),[a,o]=(0,A.useState)(t),[s,c]=(0,A.useState)(d),[l,u]=(0,A.useState)(),{run:f,busy:p,problem:m}=h(se),g=async()=>{u(void 0);let t=await f({mail:e,to:a,idempotencyKey:s});t?.sendTestMail&&(u(t.sendTestMail.testMail),c(d()))};return(0,Y.jsxs)(`form`,{className:`stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),g()},children:[(0,Y.jsx)(O,{label:i(`test.to`),hint:i(`test.hint`),problem:_(m,`input.to`),children:e=>(0,Y.jsx)(`input`,{...e,className:`input`,type:`email`,autoComplete:`email`,value:a,onChange:e=>{o(e.target.value),c(d())}})}),n&&a.trim().toLowerCase()!==t.toLowerCase()&&(0,Y.jsx)(`p`,{className:`notice small`,children:i(`test.real`)}),(0,Y.jsx)(b,{problem:v(m,[`input.to`])}),(0,Y.jsx)(`div`,{role:`status`,children:l&&(0,Y.jsx)(De,{sent:l})}),(0,Y.jsxs)(`div`,{className:`row wrap`,children:[(0,Y.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:p||a.trim()===``,children:i(p?`test.busy`:l?`test.again`:`test.send`)}),(0,Y.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:r,children:i(`test.close`)})]})]})}var Ee={ACCEPTED:`ok`,FAILED:`bad`};function De({sent:{state:e,words:t,transport:n,recipient:r,subject:i,content:a}}){let{t:o}=J(),s=e===`ACCEPTED`||e===`FAILED`?e:`UNCERTAIN`,u=s===`ACCEPTED`&&n===`outbox`?`KEPT`:s;return(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`p`,{children:(0,Y.jsx)(c,{tone:Ee[e]??`wait`,children:o(`fate.${u}`,{to:r.email})})}),t&&u!==`KEPT`&&(0,Y.jsx)(`p`,{className:`small muted`,children:(0,Y.jsx)(D,{children:t})}),(0,Y.jsxs)(`details`,{children:[(0,Y.jsx)(`summary`,{children:(0,Y.jsx)(D,{children:i})}),(0,Y.jsx)(T,{html:a.html,look:`light`,title:l(i)})]})]})}function Oe(){let{t:e}=J(),{campaign:n}=t({from:`/campaigns/$campaign/mail`}),r=m(`all`,W,{campaign:n,chats:{campaigns:[n]}});return(0,Y.jsx)(x,{of:r,children:t=>t.campaign?(0,Y.jsx)(te,{title:e(`title`),children:(0,Y.jsx)(ke,{campaign:t.campaign,chats:t.followUps.nodes,me:t.viewer.person?.email??``},n)}):(0,Y.jsx)(ee,{})})}function ke({campaign:e,chats:t,me:r}){let{t:i}=J(),o=n({from:`/campaigns/$campaign/mail`}),[s,c]=(0,A.useState)({}),l=e.successCodes.find(({id:e})=>e===o.code),[u]=(0,A.useState)(t[0]?.id??`sample`),d=o.chat||u,f=V(e,s,l,d),p=JSON.stringify([f,e]),m=g(p,e=>a(G,{input:f},{signal:e}),300),h=l?.id??``,v={campaign:e,draft:s[h]??{},onDraft:e=>c(t=>({...t,[h]:e})),wrong:t=>_(m.problem??null,H(e,s,l,t))};return(0,Y.jsxs)(`div`,{className:`mail-bench`,children:[(0,Y.jsx)(S,{dirty:L(e,s),title:i(`leave.title`),text:i(`leave.text`),stay:i(`leave.stay`),go:i(`leave.go`)}),(0,Y.jsxs)(`div`,{className:`stack`,children:[(0,Y.jsx)(he,{campaign:e,drafts:s}),l?(0,Y.jsx)(Ce,{code:l,...v},l.id):(0,Y.jsx)(Se,{...v})]}),(0,Y.jsx)(ce,{chats:t,chat:d,code:l,preview:m.result?.previewMail,problem:m.problem,children:(0,Y.jsx)(we,{mail:f,me:r,real:d!==C})})]})}export{Oe as Mail};