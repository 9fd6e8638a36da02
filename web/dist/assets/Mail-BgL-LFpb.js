import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./useParams-Bnq09svw.js";import{t as n}from"./useSearch-DhtugqXB.js";import{i as r,r as i}from"./react-AyOTluXZ.js";import{a,t as o}from"./client-Rgn4Kloy.js";import{a as s,i as c}from"./data-DiMTYSx0.js";import{t as l}from"./useAnswer-Dzc_GWob.js";import{a as u,i as d,n as f,o as p,r as m,s as h,t as g}from"./Answer-DMEYTMWp.js";import{t as _}from"./Leaving-DgmrJi1W.js";import{r as v,t as y}from"./search-Blvxdn4O.js";import{t as b}from"./link-CtCcNamM.js";import{t as x}from"./useNavigate-DNzsfxPa.js";import{n as S,r as C}from"./Words-BuTTongn.js";import{t as w}from"./MailFrame-nnEI8FmM.js";import{t as T}from"./State-Cv9a8Bct.js";import{t as ee}from"./Tabs-BiTdBemB.js";import{t as E}from"./Text-Cn22TiuQ.js";import{t as D}from"./visible-DT2R5Boj.js";import{t as O}from"./preload-helper-BQUUbbNx.js";import{t as k}from"./Field-a0GslIpo.js";import{n as A}from"./viewer-HpT3TdIj.js";import{n as te}from"./Toast-KmhCxjtb.js";import{t as j}from"./mount-CB4bOFiU.js";import{t as ne}from"./ZoneInput-B389xQND.js";import{t as M}from"./key-DsEmhWS2.js";import{t as N}from"./Dialog-CDEauA5y.js";var P=e(r(),1),F=[`subject`,`intro`,`footer`,`senderName`,`replyTo`,`language`,`timeZone`],re=`{urgent} [{codes}] {title} · {campaign} {number}`,ie=[`title`,`visitor`,`email`,`phone`,`codes`,`campaign`,`number`,`urgent`,`operator`,`department`,`topic`,`page`,`date`,`time`],ae=e=>e===`subject`||e===`intro`||e===`footer`;function oe(e,t,n,r){let i=`${e.slice(0,t)}{${r}}`;return{text:i+e.slice(n),caret:i.length}}var I=(e,t)=>B(t,n=>t[n]!==e[n]),L=({mailSettings:e,successCodes:t},n)=>[{id:``,mailSettings:e},...t].some(e=>Object.keys(I(e.mailSettings,n[e.id]??{})).length>0),R=(e,t)=>B(e,n=>e[n]!==t[n]),z=(e,t)=>B(e,e=>e in t);function B(e,t){return Object.fromEntries(F.filter(n=>n in e&&t(n)).map(t=>[t,e[t]]))}function V(e,t,n,r){let i=e.successCodes.filter(({id:e})=>t[e]!==void 0);return{...r===`sample`?{campaign:e.id}:{followUp:r},settings:I(e.mailSettings,t[``]??{}),codeSettings:i.map(({id:e,mailSettings:n})=>({code:e,...n,...t[e]})),...n&&{codes:[n.label]}}}function H(e,t,n,r){return n?`input.codeSettings[${e.successCodes.filter(({id:e})=>t[e]!==void 0).findIndex(({id:e})=>e===n.id)}].${r}`:`input.settings.${r}`}var U=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},W=new U(`
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
    `),J=C({english:{title:`Mail`,scope:`Settings for`,"scope.all":`All chats of the campaign`,"scope.hint":`Mails about chats with a success code can look different.`,"scope.differs":`differs`,"scope.unsaved":`not saved`,same:`Same as the campaign: {value}`,differ:`Make it different`,asCampaign:`Same as the campaign`,save:`Save`,discard:`Discard changes`,saved:`Saved. The next mails look like this.`,"setting.subject":`Subject`,"setting.intro":`Intro`,"setting.footer":`Footer`,"setting.senderName":`Sender's name`,"setting.replyTo":`Reply address`,"setting.language":`Language`,"setting.timeZone":`Time zone`,"hint.subject":`One line. What is not known is left out, with the brackets around it.`,"hint.intro":`Stands above the chat. A reply to the visitor quotes it.`,"hint.footer":`Stands at the end. A reply to the visitor quotes it.`,"hint.senderName":`Stands before the sender's address.`,"hint.replyTo":`Replies to mails with a note go here; without a note they go to the visitor.`,"hint.language":`Of the mail's own words. What people said in the chat stays as it is.`,"hint.timeZone":`Of all times in the mail.`,"usual.replyTo":`The standard addresses, else the sender`,"usual.none":`None`,placeholders:`Place in “{field}”`,"placeholder.title":`What it is about`,"placeholder.visitor":`Visitor`,"placeholder.email":`Visitor's e-mail`,"placeholder.phone":`Visitor's phone`,"placeholder.codes":`Codes`,"placeholder.campaign":`Campaign`,"placeholder.number":`Number`,"placeholder.urgent":`Urgent mark`,"placeholder.operator":`Operator`,"placeholder.department":`Department`,"placeholder.topic":`Subject of the chat`,"placeholder.page":`Page`,"placeholder.date":`Date`,"placeholder.time":`Time`,preview:`Preview`,"preview.chat":`Chat in the preview`,"preview.nobody":`a visitor`,"preview.other":`An older chat`,"preview.madeUp":`A made-up chat`,"preview.asIf":`As if the chat had been given the code {code}.`,"preview.stale":`This is not up to date: what is typed cannot be used as it is.`,"preview.subject":`Subject`,"preview.from":`From`,"preview.to":`To`,"preview.toNobody":`Nobody: no address is set for this chat`,"preview.replyTo":`Reply to`,"preview.views":`Ways to look at the mail`,"view.html":`Desktop`,"view.dark":`Dark`,"view.phone":`Phone`,"view.plain":`Plain text`,"size.fits":`Fits: Gmail cuts mails at {limit}.`,"size.cut":`Gmail cuts it at {limit}; the rest is behind a link.`,"test.open":`Send me a test`,"test.title":`Send a test mail`,"test.to":`To`,"test.hint":`The mail of the preview, marked as a test. It counts in no report.`,"test.real":`This mail shows what a real visitor said. For somebody else, choose the made-up chat first.`,"test.send":`Send the test`,"test.again":`Send it again`,"test.busy":`Sending…`,"test.close":`Close`,"fate.ACCEPTED":`Sent to {to}`,"fate.KEPT":`Kept here, not mailed to {to}: no mail provider is set`,"fate.FAILED":`Refused for {to}`,"fate.UNCERTAIN":`Uncertain for {to}: the answer was lost`,"leave.title":`Leave without saving?`,"leave.text":`What you changed in the mails is not saved. If you leave, it is lost.`,"leave.stay":`Stay here`,"leave.go":`Leave and lose it`},others:{de:()=>O(()=>import(`./de-Dq1mVtKE.js`),[],import.meta.url),nl:()=>O(()=>import(`./nl-C-v7Azhu.js`),[],import.meta.url)}}),Y=i();function ce({chats:e,chat:t,code:r,preview:i,problem:a,children:o}){let{t:s}=J(),c=(0,P.useId)(),{view:l=`html`}=n({from:`/campaigns/$campaign/mail`});return(0,Y.jsxs)(`section`,{className:`mail-preview stack`,"aria-labelledby":c,children:[(0,Y.jsxs)(`div`,{className:`page-head`,children:[(0,Y.jsx)(`h2`,{id:c,children:s(`preview`)}),o]}),(0,Y.jsx)(ue,{chats:e,chat:t}),r&&(0,Y.jsx)(`p`,{className:`small muted`,children:s(`preview.asIf`,{code:r.label})}),le(a)?(0,Y.jsx)(`p`,{role:`status`,className:`notice`,children:s(`preview.stale`)}):(0,Y.jsx)(m,{problem:a}),!i&&!a&&(0,Y.jsx)(f,{}),i&&(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(de,{preview:i}),(0,Y.jsx)(fe,{view:l}),(0,Y.jsx)(pe,{preview:i,view:l})]})]})}var le=e=>e instanceof o&&e.all.every(({field:e})=>/^input\.(codeS|s)ettings/.test(e));function ue({chats:e,chat:t}){let{t:r}=J(),{language:i}=S(),a=n({from:`/campaigns/$campaign/mail`}),o=x({from:`/campaigns/$campaign/mail`}),s=new Intl.DateTimeFormat(i,{dateStyle:`medium`,timeStyle:`short`});return(0,Y.jsxs)(`select`,{className:`input`,"aria-label":r(`preview.chat`),value:t,onChange:e=>void o({search:{...a,chat:e.target.value},replace:!0}),children:[e.map(({id:e,number:t,chat:{visitor:n,closedAt:i}})=>(0,Y.jsx)(`option`,{value:e,children:`#${t} · ${D(n.name||n.email)||r(`preview.nobody`)} · ${s.format(new Date(i))}`},e)),t!==`sample`&&!e.some(({id:e})=>e===t)&&(0,Y.jsx)(`option`,{value:t,children:r(`preview.other`)}),(0,Y.jsx)(`option`,{value:y,children:r(`preview.madeUp`)})]})}function de({preview:{subject:e,from:t,replyTo:n,decision:r}}){let{t:i}=J(),a=r.recipients.map(({address:e})=>e.email).join(`, `),o=[{name:i(`preview.subject`),value:e},{name:i(`preview.from`),value:t},{name:i(`preview.to`),value:a||i(`preview.toNobody`)},{name:i(`preview.replyTo`),value:n}];return(0,Y.jsx)(`dl`,{className:`mail-head`,children:o.map(({name:e,value:t})=>(0,Y.jsxs)(`div`,{children:[(0,Y.jsx)(`dt`,{className:`muted`,children:e}),(0,Y.jsx)(`dd`,{children:(0,Y.jsx)(E,{children:t})})]},e))})}function fe({view:e}){let{t}=J(),r=n({from:`/campaigns/$campaign/mail`});return(0,Y.jsx)(ee,{label:t(`preview.views`),children:v.map(n=>(0,Y.jsx)(b,{from:`/campaigns/$campaign/mail`,to:`.`,search:{...r,view:n},replace:!0,resetScroll:!1,activeOptions:{exact:!0},"aria-current":n===e?`page`:void 0,children:t(`view.${n}`)},n))})}function pe({preview:{content:e},view:t}){let{t:n}=J();return(0,Y.jsxs)(Y.Fragment,{children:[t===`plain`?(0,Y.jsx)(`section`,{className:`mail-plain`,"aria-label":n(`view.plain`),children:(0,Y.jsx)(`pre`,{dir:`auto`,tabIndex:0,children:D(e.plain)})}):(0,Y.jsx)(w,{html:e.html,look:t===`html`?`light`:t,title:n(`preview`)}),(0,Y.jsx)(me,{bytes:new TextEncoder().encode(t===`plain`?e.plain:e.html).length})]})}var X=102e3;function me({bytes:e}){let{t}=J(),{language:n}=S(),r=e=>new Intl.NumberFormat(n,{style:`unit`,unit:`kilobyte`,maximumFractionDigits:1}).format(e/1e3),i=e<X;return(0,Y.jsxs)(`p`,{className:`small`,children:[(0,Y.jsx)(T,{tone:i?`ok`:`wait`,children:r(e)}),` `,(0,Y.jsx)(`span`,{className:`muted`,children:t(i?`size.fits`:`size.cut`,{limit:r(X)})})]})}function he({campaign:e,drafts:t}){let{t:r}=J(),i=n({from:`/campaigns/$campaign/mail`}),a=x({from:`/campaigns/$campaign/mail`}),o=e.successCodes.filter(({id:e,retired:t})=>!t||e===i.code),s=(e,t,n)=>[e,t&&r(`scope.differs`),n&&r(`scope.unsaved`)].filter(Boolean).join(` · `),c=(e,n)=>Object.keys(I(n,t[e]??{})).length>0;return(0,Y.jsx)(k,{label:r(`scope`),hint:r(`scope.hint`),children:t=>(0,Y.jsxs)(`select`,{...t,className:`input`,value:i.code,onChange:e=>void a({search:{...i,code:e.target.value},replace:!0}),children:[(0,Y.jsx)(`option`,{value:``,children:s(r(`scope.all`),!1,c(``,e.mailSettings))}),o.map(({id:e,label:t,mailSettings:n})=>(0,Y.jsx)(`option`,{value:e,children:s(t,F.some(e=>n[e]!==null),c(e,n))},e))]})})}var ge=[`EN`,`NL`,`DE`];function Z(){let{language:e}=S(),t=new Intl.DisplayNames(e,{type:`language`});return e=>t.of(e.toLowerCase())??e}function _e({name:e,timeZone:t,mailSettings:n}){let{t:r}=J(),i=Z(),a={subject:re,senderName:e,replyTo:r(`usual.replyTo`),timeZone:t},o=e=>a[e]??r(`usual.none`);return{usual:o,value:e=>e===`language`?i(n.language):n[e]||o(e)}}function ve({setting:e,usual:t,onChange:n,keep:r,...i}){let a={...i,className:`input`,onChange:e=>n(e.target.value)};switch(e){case`intro`:case`footer`:return(0,Y.jsx)(`textarea`,{ref:r,rows:3,dir:`auto`,placeholder:t,...a});case`language`:return(0,Y.jsx)(`select`,{...a,children:(0,Y.jsx)(ye,{})});case`timeZone`:return(0,Y.jsx)(ne,{...a,placeholder:t});case`replyTo`:return(0,Y.jsx)(`input`,{ref:r,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,placeholder:t,...a});default:return(0,Y.jsx)(`input`,{ref:r,type:`text`,dir:`auto`,autoComplete:`off`,placeholder:t,...a})}}function ye(){let e=Z();return ge.map(t=>(0,Y.jsx)(`option`,{value:t,children:e(t)},t))}function be({setting:e,campaign:t,code:n,values:r,may:i,onChange:a,wrong:o,onFocus:s,keep:c}){let{t:l}=J(),{usual:u,value:d}=_e(t),f=(0,P.useRef)(null),p=l(`setting.${e}`),m=r[e],h=t=>{(0,j.flushSync)(()=>a({[e]:t})),f.current?.querySelector(`input, select, textarea, button`)?.focus()},g=(e,t)=>(0,Y.jsx)(`button`,{type:`button`,className:`link small`,"aria-label":`${e}: ${p}`,onClick:()=>h(t),children:e});return(0,Y.jsx)(`div`,{ref:f,children:m===null?(0,Y.jsxs)(`div`,{className:`field`,children:[(0,Y.jsx)(`span`,{className:`label`,children:p}),(0,Y.jsx)(`p`,{className:`muted same`,children:l(`same`,{value:d(e)})}),i&&g(l(`differ`),t.mailSettings[e])]}):(0,Y.jsx)(k,{label:p,hint:l(`hint.${e}`),problem:o(e),children:t=>(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(ve,{...t,setting:e,value:m,usual:u(e),onFocus:s,keep:c,onChange:t=>a({[e]:t})}),n&&i&&g(l(`asCampaign`),null)]})})})}function xe({target:e,onPlace:t}){let{t:n}=J();return(0,Y.jsxs)(`fieldset`,{className:`placeholders`,children:[(0,Y.jsx)(`legend`,{className:`small muted`,children:n(`placeholders`,{field:n(`setting.${e}`)})}),(0,Y.jsx)(`div`,{className:`chips`,children:ie.map(e=>(0,Y.jsx)(`button`,{type:`button`,className:`chip`,title:`{${e}}`,onClick:()=>t(e),children:n(`placeholder.${e}`)},e))})]})}function Q(e){let{values:t,may:n,onChange:r}=e,[i,a]=(0,P.useState)(`subject`),o=(0,P.useRef)({}),s=e=>{let n=o.current[i];if(!n)return;let a=t[i]??``,s=oe(a,n.selectionStart??a.length,n.selectionEnd??a.length,e);(0,j.flushSync)(()=>r({[i]:s.text})),n.focus(),n.setSelectionRange(s.caret,s.caret)},c=t=>(0,Y.jsx)(be,{setting:t,...e,onFocus:()=>ae(t)&&a(t),keep:e=>{o.current[t]=e}},t);return(0,Y.jsxs)(Y.Fragment,{children:[[`subject`,`intro`,`footer`].map(c),n&&t[i]!==null&&(0,Y.jsx)(xe,{target:i,onPlace:s}),[`senderName`,`replyTo`,`language`,`timeZone`].map(c)]})}function Se(e){let t=c(K),n=n=>t.run({campaign:e.campaign.id,...n});return(0,Y.jsx)($,{...e,stored:e.campaign.mailSettings,save:n,busy:t.busy,problem:t.problem,reset:t.reset})}function Ce({code:e,...t}){let n=c(q),r=t=>n.run({code:e.id,...e.mailSettings,...t});return(0,Y.jsx)($,{...t,code:e,stored:e.mailSettings,save:r,busy:n.busy,problem:n.problem,reset:n.reset})}function $({stored:e,save:t,busy:n,problem:r,reset:i,draft:a,onDraft:o,wrong:s,...c}){let{t:l}=J(),f=te(),p=A().may(`CAMPAIGN`),h=I(e,a),g=Object.keys(h).length>0,_=async()=>{let n=z(e,h);await t(h)!==void 0&&(o(R(a,h)),f(l(`saved`),()=>t(n)))},v=()=>{i(),o({})},y=e=>{r&&i(),o({...a,...e})},b=e=>e in h?s(e)||u(r,`input.${e}`):``;return(0,Y.jsxs)(`form`,{className:`card stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),_()},children:[(0,Y.jsx)(`fieldset`,{disabled:!p,className:`stack`,children:(0,Y.jsx)(Q,{...c,may:p,values:{...e,...a},onChange:y,wrong:b})}),(0,Y.jsx)(m,{problem:d(r,F.map(e=>`input.${e}`))}),p&&(0,Y.jsxs)(`div`,{className:`row wrap`,children:[(0,Y.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:!g||n,children:l(`save`)}),(0,Y.jsx)(`button`,{type:`button`,className:`button quiet`,disabled:!g||n,onClick:v,children:l(`discard`)})]})]})}function we(e){let{t}=J(),[n,r]=(0,P.useState)(!1),i=()=>r(!1);return A().may(`CAMPAIGN`)?(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>r(!0),children:t(`test.open`)}),(0,Y.jsx)(N,{title:t(`test.title`),open:n,onClose:i,children:(0,Y.jsx)(Te,{...e,onClose:i})})]}):null}function Te({mail:e,me:t,real:n,onClose:r}){let{t:i}=J(),[a,o]=(0,P.useState)(t),[s,l]=(0,P.useState)(M),[f,p]=(0,P.useState)(),{run:h,busy:g,problem:_}=c(se),v=async()=>{p(void 0);let t=await h({mail:e,to:a,idempotencyKey:s});t?.sendTestMail&&(p(t.sendTestMail.testMail),l(M()))};return(0,Y.jsxs)(`form`,{className:`stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),v()},children:[(0,Y.jsx)(k,{label:i(`test.to`),hint:i(`test.hint`),problem:u(_,`input.to`),children:e=>(0,Y.jsx)(`input`,{...e,className:`input`,type:`email`,autoComplete:`email`,value:a,onChange:e=>{o(e.target.value),l(M())}})}),n&&a.trim().toLowerCase()!==t.toLowerCase()&&(0,Y.jsx)(`p`,{className:`notice small`,children:i(`test.real`)}),(0,Y.jsx)(m,{problem:d(_,[`input.to`])}),(0,Y.jsx)(`div`,{role:`status`,children:f&&(0,Y.jsx)(De,{sent:f})}),(0,Y.jsxs)(`div`,{className:`row wrap`,children:[(0,Y.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:g||a.trim()===``,children:i(g?`test.busy`:f?`test.again`:`test.send`)}),(0,Y.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:r,children:i(`test.close`)})]})]})}var Ee={ACCEPTED:`ok`,FAILED:`bad`};function De({sent:{state:e,words:t,transport:n,recipient:r,subject:i,content:a}}){let{t:o}=J(),s=e===`ACCEPTED`||e===`FAILED`?e:`UNCERTAIN`,c=s===`ACCEPTED`&&n===`outbox`?`KEPT`:s;return(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`p`,{children:(0,Y.jsx)(T,{tone:Ee[e]??`wait`,children:o(`fate.${c}`,{to:r.email})})}),t&&c!==`KEPT`&&(0,Y.jsx)(`p`,{className:`small muted`,children:(0,Y.jsx)(E,{children:t})}),(0,Y.jsxs)(`details`,{children:[(0,Y.jsx)(`summary`,{children:(0,Y.jsx)(E,{children:i})}),(0,Y.jsx)(w,{html:a.html,look:`light`,title:D(i)})]})]})}function Oe(){let{t:e}=J(),{campaign:n}=t({from:`/campaigns/$campaign/mail`}),r=s(`all`,W,{campaign:n,chats:{campaigns:[n]}});return(0,Y.jsx)(g,{of:r,children:t=>t.campaign?(0,Y.jsx)(h,{title:e(`title`),children:(0,Y.jsx)(ke,{campaign:t.campaign,chats:t.followUps.nodes,me:t.viewer.person?.email??``},n)}):(0,Y.jsx)(p,{})})}function ke({campaign:e,chats:t,me:r}){let{t:i}=J(),o=n({from:`/campaigns/$campaign/mail`}),[s,c]=(0,P.useState)({}),d=e.successCodes.find(({id:e})=>e===o.code),[f]=(0,P.useState)(t[0]?.id??`sample`),p=o.chat||f,m=V(e,s,d,p),h=JSON.stringify([m,e]),g=l(h,e=>a(G,{input:m},{signal:e}),300),v=d?.id??``,b={campaign:e,draft:s[v]??{},onDraft:e=>c(t=>({...t,[v]:e})),wrong:t=>u(g.problem??null,H(e,s,d,t))};return(0,Y.jsxs)(`div`,{className:`mail-bench`,children:[(0,Y.jsx)(_,{dirty:L(e,s),title:i(`leave.title`),text:i(`leave.text`),stay:i(`leave.stay`),go:i(`leave.go`)}),(0,Y.jsxs)(`div`,{className:`stack`,children:[(0,Y.jsx)(he,{campaign:e,drafts:s}),d?(0,Y.jsx)(Ce,{code:d,...b},d.id):(0,Y.jsx)(Se,{...b})]}),(0,Y.jsx)(ce,{chats:t,chat:p,code:d,preview:g.result?.previewMail,problem:g.problem,children:(0,Y.jsx)(we,{mail:m,me:r,real:p!==y})})]})}export{Oe as Mail};