import{t as e}from"./useParams-D8QONtFT.js";import{t}from"./useSearch-0jVcNM5P.js";import{a as n,i as r,n as i,r as a,s as o}from"./Words-DocvowDM.js";import{a as s}from"./client-Rgn4Kloy.js";import{a as c,i as l}from"./data-h4D1qYfz.js";import{t as u}from"./useAnswer-CUUKmGIb.js";import{a as d,i as f,n as p,o as m,r as h,s as g,t as _}from"./Answer-B43qVtg3.js";import{r as v,t as y}from"./search-Blvxdn4O.js";import{t as b}from"./link-CY0V_x82.js";import{t as x}from"./useNavigate-0LxZZjdU.js";import{t as S}from"./MailFrame-x1NPpH3M.js";import{t as C}from"./State-bnmwtgsL.js";import{t as ee}from"./Tabs-YFNngA7L.js";import{t as w}from"./Text-D6Cc-Reh.js";import{t as T}from"./visible-DT2R5Boj.js";import{t as E}from"./preload-helper-BQUUbbNx.js";import{t as D}from"./Field-Ch9InA_J.js";import{n as O}from"./viewer-CHQ_jn5o.js";import{n as k}from"./Toast-3n3jHMXS.js";import{t as A}from"./mount-CnTXaYsN.js";import{t as j}from"./ZoneInput-Wgbg1T_o.js";import{t as M}from"./key-DsEmhWS2.js";import{t as te}from"./Dialog-B9UYBqVQ.js";var N=o(n(),1),P=[`subject`,`intro`,`footer`,`senderName`,`replyTo`,`language`,`timeZone`],F=`{urgent} [{codes}] {title} · {campaign} {number}`,I=[`title`,`visitor`,`email`,`phone`,`codes`,`campaign`,`number`,`urgent`,`operator`,`department`,`topic`,`page`,`date`,`time`],ne=e=>e===`subject`||e===`intro`||e===`footer`;function re(e,t,n,r){let i=`${e.slice(0,t)}{${r}}`;return{text:i+e.slice(n),caret:i.length}}var L=(e,t)=>z(t,n=>t[n]!==e[n]),ie=(e,t)=>z(e,n=>e[n]!==t[n]),R=(e,t)=>z(e,e=>e in t);function z(e,t){return Object.fromEntries(P.filter(n=>n in e&&t(n)).map(t=>[t,e[t]]))}function B(e,t,n,r){let i=e.successCodes.filter(({id:e})=>t[e]!==void 0);return{...r===`sample`?{campaign:e.id}:{followUp:r},settings:L(e.mailSettings,t[``]??{}),codeSettings:i.map(({id:e,mailSettings:n})=>({code:e,...n,...t[e]})),...n&&{codes:[n.label]}}}function V(e,t,n,r){return n?`input.codeSettings[${e.successCodes.filter(({id:e})=>t[e]!==void 0).findIndex(({id:e})=>e===n.id)}].${r}`:`input.settings.${r}`}var H=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},U=new H(`
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
    `),W=new H(`
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
    `),G=new H(`
    mutation UpdateMailSettings($input: UpdateMailSettingsInput!) {
  updateMailSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),K=new H(`
    mutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {
  saveCodeMailSettings(input: $input) {
    successCode {
      id
    }
  }
}
    `),q=new H(`
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
    `),J=a({english:{title:`Mail`,scope:`Settings for`,"scope.all":`All chats of the campaign`,"scope.hint":`Mails about chats with a success code can look different.`,"scope.differs":`differs`,"scope.unsaved":`not saved`,same:`Same as the campaign: {value}`,differ:`Make it different`,asCampaign:`Same as the campaign`,save:`Save`,discard:`Discard changes`,saved:`Saved. The next mails look like this.`,"setting.subject":`Subject`,"setting.intro":`Intro`,"setting.footer":`Footer`,"setting.senderName":`Sender's name`,"setting.replyTo":`Reply address`,"setting.language":`Language`,"setting.timeZone":`Time zone`,"hint.subject":`One line. What is not known is left out, with the brackets around it.`,"hint.intro":`Stands above the chat. A reply to the visitor quotes it.`,"hint.footer":`Stands at the end. A reply to the visitor quotes it.`,"hint.senderName":`Stands before the sender's address.`,"hint.replyTo":`Replies to mails with a note go here; without a note they go to the visitor.`,"hint.language":`Of the mail's own words. What people said in the chat stays as it is.`,"hint.timeZone":`Of all times in the mail.`,"usual.replyTo":`The standard addresses, else the sender`,"usual.none":`None`,placeholders:`Place in “{field}”`,"placeholder.title":`What it is about`,"placeholder.visitor":`Visitor`,"placeholder.email":`Visitor's e-mail`,"placeholder.phone":`Visitor's phone`,"placeholder.codes":`Codes`,"placeholder.campaign":`Campaign`,"placeholder.number":`Number`,"placeholder.urgent":`Urgent mark`,"placeholder.operator":`Operator`,"placeholder.department":`Department`,"placeholder.topic":`Subject of the chat`,"placeholder.page":`Page`,"placeholder.date":`Date`,"placeholder.time":`Time`,preview:`Preview`,"preview.chat":`Chat in the preview`,"preview.nobody":`a visitor`,"preview.other":`An older chat`,"preview.madeUp":`A made-up chat`,"preview.asIf":`As if the chat had been given the code {code}.`,"preview.stale":`This is not up to date: what is typed cannot be used as it is.`,"preview.subject":`Subject`,"preview.from":`From`,"preview.to":`To`,"preview.toNobody":`Nobody: no address is set for this chat`,"preview.replyTo":`Reply to`,"preview.views":`Ways to look at the mail`,"view.html":`Desktop`,"view.dark":`Dark`,"view.phone":`Phone`,"view.plain":`Plain text`,"size.fits":`Fits: Gmail cuts mails at {limit}.`,"size.cut":`Gmail cuts it at {limit}; the rest is behind a link.`,"test.open":`Send me a test`,"test.title":`Send a test mail`,"test.to":`To`,"test.hint":`The mail of the preview, marked as a test. It counts in no report.`,"test.real":`This mail shows what a real visitor said. For somebody else, choose the made-up chat first.`,"test.send":`Send the test`,"test.again":`Send it again`,"test.busy":`Sending…`,"test.close":`Close`,"fate.ACCEPTED":`Sent to {to}`,"fate.KEPT":`Kept here, not mailed to {to}: no mail provider is set`,"fate.FAILED":`Refused for {to}`,"fate.UNCERTAIN":`Uncertain for {to}: the answer was lost`},others:{de:()=>E(()=>import(`./de-cXwsj0xZ.js`),[],import.meta.url),nl:()=>E(()=>import(`./nl-wLbU8V5O.js`),[],import.meta.url)}}),Y=r();function ae({chats:e,chat:n,code:r,preview:i,problem:a,children:o}){let{t:s}=J(),c=(0,N.useId)(),{view:l=`html`}=t({from:`/campaigns/$campaign/mail`});return(0,Y.jsxs)(`section`,{className:`mail-preview stack`,"aria-labelledby":c,children:[(0,Y.jsxs)(`div`,{className:`page-head`,children:[(0,Y.jsx)(`h2`,{id:c,children:s(`preview`)}),o]}),(0,Y.jsx)(oe,{chats:e,chat:n}),r&&(0,Y.jsx)(`p`,{className:`small muted`,children:s(`preview.asIf`,{code:r.label})}),a&&(0,Y.jsx)(`p`,{role:`status`,className:`notice`,children:s(`preview.stale`)}),!i&&!a&&(0,Y.jsx)(p,{}),i&&(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(se,{preview:i}),(0,Y.jsx)(ce,{view:l}),(0,Y.jsx)(le,{preview:i,view:l})]})]})}function oe({chats:e,chat:n}){let{t:r}=J(),{language:a}=i(),o=t({from:`/campaigns/$campaign/mail`}),s=x({from:`/campaigns/$campaign/mail`}),c=new Intl.DateTimeFormat(a,{dateStyle:`medium`,timeStyle:`short`});return(0,Y.jsxs)(`select`,{className:`input`,"aria-label":r(`preview.chat`),value:n,onChange:e=>void s({search:{...o,chat:e.target.value},replace:!0}),children:[e.map(({id:e,number:t,chat:{visitor:n,closedAt:i}})=>(0,Y.jsx)(`option`,{value:e,children:`#${t} · ${T(n.name||n.email)||r(`preview.nobody`)} · ${c.format(new Date(i))}`},e)),n!==`sample`&&!e.some(({id:e})=>e===n)&&(0,Y.jsx)(`option`,{value:n,children:r(`preview.other`)}),(0,Y.jsx)(`option`,{value:y,children:r(`preview.madeUp`)})]})}function se({preview:{subject:e,from:t,replyTo:n,decision:r}}){let{t:i}=J(),a=r.recipients.map(({address:e})=>e.email).join(`, `),o=[{name:i(`preview.subject`),value:e},{name:i(`preview.from`),value:t},{name:i(`preview.to`),value:a||i(`preview.toNobody`)},{name:i(`preview.replyTo`),value:n}];return(0,Y.jsx)(`dl`,{className:`mail-head`,children:o.map(({name:e,value:t})=>(0,Y.jsxs)(`div`,{children:[(0,Y.jsx)(`dt`,{className:`muted`,children:e}),(0,Y.jsx)(`dd`,{children:(0,Y.jsx)(w,{children:t})})]},e))})}function ce({view:e}){let{t:n}=J(),r=t({from:`/campaigns/$campaign/mail`});return(0,Y.jsx)(ee,{label:n(`preview.views`),children:v.map(t=>(0,Y.jsx)(b,{from:`/campaigns/$campaign/mail`,to:`.`,search:{...r,view:t},replace:!0,resetScroll:!1,activeOptions:{exact:!0},"aria-current":t===e?`page`:void 0,children:n(`view.${t}`)},t))})}function le({preview:{content:e},view:t}){let{t:n}=J();return(0,Y.jsxs)(Y.Fragment,{children:[t===`plain`?(0,Y.jsx)(`section`,{className:`mail-plain`,"aria-label":n(`view.plain`),children:(0,Y.jsx)(`pre`,{dir:`auto`,tabIndex:0,children:T(e.plain)})}):(0,Y.jsx)(S,{html:e.html,look:t===`html`?`light`:t,title:n(`preview`)}),(0,Y.jsx)(ue,{bytes:new TextEncoder().encode(t===`plain`?e.plain:e.html).length})]})}var X=102e3;function ue({bytes:e}){let{t}=J(),{language:n}=i(),r=e=>new Intl.NumberFormat(n,{style:`unit`,unit:`kilobyte`,maximumFractionDigits:1}).format(e/1e3),a=e<X;return(0,Y.jsxs)(`p`,{className:`small`,children:[(0,Y.jsx)(C,{tone:a?`ok`:`wait`,children:r(e)}),` `,(0,Y.jsx)(`span`,{className:`muted`,children:t(a?`size.fits`:`size.cut`,{limit:r(X)})})]})}function de({campaign:e,drafts:n}){let{t:r}=J(),i=t({from:`/campaigns/$campaign/mail`}),a=x({from:`/campaigns/$campaign/mail`}),o=e.successCodes.filter(({id:e,retired:t})=>!t||e===i.code),s=(e,t,n)=>[e,t&&r(`scope.differs`),n&&r(`scope.unsaved`)].filter(Boolean).join(` · `),c=(e,t)=>Object.keys(L(t,n[e]??{})).length>0;return(0,Y.jsx)(D,{label:r(`scope`),hint:r(`scope.hint`),children:t=>(0,Y.jsxs)(`select`,{...t,className:`input`,value:i.code,onChange:e=>void a({search:{...i,code:e.target.value},replace:!0}),children:[(0,Y.jsx)(`option`,{value:``,children:s(r(`scope.all`),!1,c(``,e.mailSettings))}),o.map(({id:e,label:t,mailSettings:n})=>(0,Y.jsx)(`option`,{value:e,children:s(t,P.some(e=>n[e]!==null),c(e,n))},e))]})})}var fe=[`EN`,`NL`,`DE`];function Z(){let{language:e}=i(),t=new Intl.DisplayNames(e,{type:`language`});return e=>t.of(e.toLowerCase())??e}function pe({name:e,timeZone:t,mailSettings:n}){let{t:r}=J(),i=Z(),a={subject:F,senderName:e,replyTo:r(`usual.replyTo`),timeZone:t},o=e=>a[e]??r(`usual.none`);return{usual:o,value:e=>e===`language`?i(n.language):n[e]||o(e)}}function me({setting:e,usual:t,onChange:n,keep:r,...i}){let a={...i,className:`input`,onChange:e=>n(e.target.value)};switch(e){case`intro`:case`footer`:return(0,Y.jsx)(`textarea`,{ref:r,rows:3,dir:`auto`,placeholder:t,...a});case`language`:return(0,Y.jsx)(`select`,{...a,children:(0,Y.jsx)(he,{})});case`timeZone`:return(0,Y.jsx)(j,{...a,placeholder:t});case`replyTo`:return(0,Y.jsx)(`input`,{ref:r,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,placeholder:t,...a});default:return(0,Y.jsx)(`input`,{ref:r,type:`text`,dir:`auto`,autoComplete:`off`,placeholder:t,...a})}}function he(){let e=Z();return fe.map(t=>(0,Y.jsx)(`option`,{value:t,children:e(t)},t))}function ge({setting:e,campaign:t,code:n,values:r,may:i,onChange:a,wrong:o,onFocus:s,keep:c}){let{t:l}=J(),{usual:u,value:d}=pe(t),f=(0,N.useRef)(null),p=l(`setting.${e}`),m=r[e],h=t=>{(0,A.flushSync)(()=>a({[e]:t})),f.current?.querySelector(`input, select, textarea, button`)?.focus()},g=(e,t)=>(0,Y.jsx)(`button`,{type:`button`,className:`link small`,"aria-label":`${e}: ${p}`,onClick:()=>h(t),children:e});return(0,Y.jsx)(`div`,{ref:f,children:m===null?(0,Y.jsxs)(`div`,{className:`field`,children:[(0,Y.jsx)(`span`,{className:`label`,children:p}),(0,Y.jsx)(`p`,{className:`muted same`,children:l(`same`,{value:d(e)})}),i&&g(l(`differ`),t.mailSettings[e])]}):(0,Y.jsx)(D,{label:p,hint:l(`hint.${e}`),problem:o(e),children:t=>(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(me,{...t,setting:e,value:m,usual:u(e),onFocus:s,keep:c,onChange:t=>a({[e]:t})}),n&&i&&g(l(`asCampaign`),null)]})})})}function _e({target:e,onPlace:t}){let{t:n}=J();return(0,Y.jsxs)(`fieldset`,{className:`placeholders`,children:[(0,Y.jsx)(`legend`,{className:`small muted`,children:n(`placeholders`,{field:n(`setting.${e}`)})}),(0,Y.jsx)(`div`,{className:`chips`,children:I.map(e=>(0,Y.jsx)(`button`,{type:`button`,className:`chip`,title:`{${e}}`,onClick:()=>t(e),children:n(`placeholder.${e}`)},e))})]})}function ve(e){let{values:t,may:n,onChange:r}=e,[i,a]=(0,N.useState)(`subject`),o=(0,N.useRef)({}),s=e=>{let n=o.current[i];if(!n)return;let a=t[i]??``,s=re(a,n.selectionStart??a.length,n.selectionEnd??a.length,e);(0,A.flushSync)(()=>r({[i]:s.text})),n.focus(),n.setSelectionRange(s.caret,s.caret)},c=t=>(0,Y.jsx)(ge,{setting:t,...e,onFocus:()=>ne(t)&&a(t),keep:e=>{o.current[t]=e}},t);return(0,Y.jsxs)(Y.Fragment,{children:[[`subject`,`intro`,`footer`].map(c),n&&t[i]!==null&&(0,Y.jsx)(_e,{target:i,onPlace:s}),[`senderName`,`replyTo`,`language`,`timeZone`].map(c)]})}function ye(e){let t=l(G),n=n=>t.run({campaign:e.campaign.id,...n});return(0,Y.jsx)($,{...e,stored:e.campaign.mailSettings,save:n,busy:t.busy,problem:t.problem,reset:t.reset})}function Q({code:e,...t}){let n=l(K),r=t=>n.run({code:e.id,...e.mailSettings,...t});return(0,Y.jsx)($,{...t,code:e,stored:e.mailSettings,save:r,busy:n.busy,problem:n.problem,reset:n.reset})}function $({stored:e,save:t,busy:n,problem:r,reset:i,draft:a,onDraft:o,wrong:s,...c}){let{t:l}=J(),u=k(),p=O().may(`CAMPAIGN`),m=L(e,a),g=Object.keys(m).length>0,_=async()=>{let n=R(e,m);await t(m)!==void 0&&(o(ie(a,m)),u(l(`saved`),()=>t(n)))},v=()=>{i(),o({})},y=e=>{r&&i(),o({...a,...e})},b=e=>e in m?s(e)||d(r,`input.${e}`):``;return(0,Y.jsxs)(`form`,{className:`card stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),_()},children:[(0,Y.jsx)(`fieldset`,{disabled:!p,className:`stack`,children:(0,Y.jsx)(ve,{...c,may:p,values:{...e,...a},onChange:y,wrong:b})}),(0,Y.jsx)(h,{problem:f(r,P.map(e=>`input.${e}`))}),p&&(0,Y.jsxs)(`div`,{className:`row wrap`,children:[(0,Y.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:!g||n,children:l(`save`)}),(0,Y.jsx)(`button`,{type:`button`,className:`button quiet`,disabled:!g||n,onClick:v,children:l(`discard`)})]})]})}function be(e){let{t}=J(),[n,r]=(0,N.useState)(!1),i=()=>r(!1);return O().may(`CAMPAIGN`)?(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>r(!0),children:t(`test.open`)}),(0,Y.jsx)(te,{title:t(`test.title`),open:n,onClose:i,children:(0,Y.jsx)(xe,{...e,onClose:i})})]}):null}function xe({mail:e,me:t,real:n,onClose:r}){let{t:i}=J(),[a,o]=(0,N.useState)(t),[s,c]=(0,N.useState)(M),[u,p]=(0,N.useState)(),{run:m,busy:g,problem:_}=l(q),v=async()=>{p(void 0);let t=await m({mail:e,to:a,idempotencyKey:s});t?.sendTestMail&&(p(t.sendTestMail.testMail),c(M()))};return(0,Y.jsxs)(`form`,{className:`stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),v()},children:[(0,Y.jsx)(D,{label:i(`test.to`),hint:i(`test.hint`),problem:d(_,`input.to`),children:e=>(0,Y.jsx)(`input`,{...e,className:`input`,type:`email`,autoComplete:`email`,value:a,onChange:e=>{o(e.target.value),c(M())}})}),n&&a.trim().toLowerCase()!==t.toLowerCase()&&(0,Y.jsx)(`p`,{className:`notice small`,children:i(`test.real`)}),(0,Y.jsx)(h,{problem:f(_,[`input.to`])}),(0,Y.jsx)(`div`,{role:`status`,children:u&&(0,Y.jsx)(Ce,{sent:u})}),(0,Y.jsxs)(`div`,{className:`row wrap`,children:[(0,Y.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:g||a.trim()===``,children:i(g?`test.busy`:u?`test.again`:`test.send`)}),(0,Y.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:r,children:i(`test.close`)})]})]})}var Se={ACCEPTED:`ok`,FAILED:`bad`};function Ce({sent:{state:e,words:t,transport:n,recipient:r,subject:i,content:a}}){let{t:o}=J(),s=e===`ACCEPTED`||e===`FAILED`?e:`UNCERTAIN`,c=s===`ACCEPTED`&&n===`outbox`?`KEPT`:s;return(0,Y.jsxs)(Y.Fragment,{children:[(0,Y.jsx)(`p`,{children:(0,Y.jsx)(C,{tone:Se[e]??`wait`,children:o(`fate.${c}`,{to:r.email})})}),t&&c!==`KEPT`&&(0,Y.jsx)(`p`,{className:`small muted`,children:(0,Y.jsx)(w,{children:t})}),(0,Y.jsxs)(`details`,{children:[(0,Y.jsx)(`summary`,{children:(0,Y.jsx)(w,{children:i})}),(0,Y.jsx)(S,{html:a.html,look:`light`,title:T(i)})]})]})}function we(){let{t}=J(),{campaign:n}=e({from:`/campaigns/$campaign/mail`}),r=c(`all`,U,{campaign:n,chats:{campaigns:[n]}});return(0,Y.jsx)(_,{of:r,children:e=>e.campaign?(0,Y.jsx)(g,{title:t(`title`),children:(0,Y.jsx)(Te,{campaign:e.campaign,chats:e.followUps.nodes,me:e.viewer.person?.email??``},n)}):(0,Y.jsx)(m,{})})}function Te({campaign:e,chats:n,me:r}){let i=t({from:`/campaigns/$campaign/mail`}),[a,o]=(0,N.useState)({}),c=e.successCodes.find(({id:e})=>e===i.code),l=i.chat||(n[0]?.id??`sample`),f=B(e,a,c,l),p=JSON.stringify([f,e]),m=u(p,e=>s(W,{input:f},{signal:e}),300),h=c?.id??``,g={campaign:e,draft:a[h]??{},onDraft:e=>o(t=>({...t,[h]:e})),wrong:t=>d(m.problem??null,V(e,a,c,t))};return(0,Y.jsxs)(`div`,{className:`mail-bench`,children:[(0,Y.jsxs)(`div`,{className:`stack`,children:[(0,Y.jsx)(de,{campaign:e,drafts:a}),c?(0,Y.jsx)(Q,{code:c,...g},c.id):(0,Y.jsx)(ye,{...g})]}),(0,Y.jsx)(ae,{chats:n,chat:l,code:c,preview:m.result?.previewMail,problem:m.problem,children:(0,Y.jsx)(be,{mail:f,me:r,real:l!==y})})]})}export{we as Mail};