import{t as e}from"./useParams-CYUGY2QY.js";import{t}from"./useSearch-BZz6aQya.js";import{a as n,i as r,n as i,r as a,s as o}from"./Words-CZI-lKCi.js";import{a as s}from"./client-Rgn4Kloy.js";import{a as c,i as l,l as u,n as d,r as f,t as p,u as m}from"./Answer-01w9xb9p.js";import{t as h}from"./useAnswer-D165FleT.js";import{t as g}from"./NoPage-DL-3L1W9.js";import{t as _}from"./Page-HJkjYRow.js";import{r as v,t as y}from"./search-Blvxdn4O.js";import{t as b}from"./link-TF7BlENS.js";import{t as x}from"./useNavigate-BMRnLZZc.js";import{t as S}from"./State-BtfjuC2_.js";import{t as ee}from"./Tabs-DQ50v2FG.js";import{t as C}from"./preload-helper-BQUUbbNx.js";import{t as w}from"./Field-B3ZUwF08.js";import{n as T}from"./viewer-BV540HZv.js";import{n as E}from"./Toast-DIg1pWCQ.js";import{t as D}from"./react-dom-BYK_AfZO.js";import{t as O}from"./key-DsEmhWS2.js";import{t as te}from"./Dialog-Bmi4XLcZ.js";var k=o(n(),1),A=[`subject`,`intro`,`footer`,`senderName`,`replyTo`,`language`,`timeZone`],ne=`{urgent} [{codes}] {title} · {campaign} {number}`,re=[`title`,`visitor`,`email`,`phone`,`codes`,`campaign`,`number`,`urgent`,`operator`,`department`,`topic`,`page`,`date`,`time`],ie=e=>e===`subject`||e===`intro`||e===`footer`;function ae(e,t,n,r){let i=`${e.slice(0,t)}{${r}}`;return{text:i+e.slice(n),caret:i.length}}var j=(e,t)=>M(t,n=>t[n]!==e[n]),oe=(e,t)=>M(e,n=>e[n]!==t[n]),se=(e,t)=>M(e,e=>e in t);function M(e,t){return Object.fromEntries(A.filter(n=>n in e&&t(n)).map(t=>[t,e[t]]))}function N(e,t,n,r){let i=e.successCodes.filter(({id:e})=>t[e]!==void 0);return{...r===`sample`?{campaign:e.id}:{followUp:r},settings:j(e.mailSettings,t[``]??{}),codeSettings:i.map(({id:e,mailSettings:n})=>({code:e,...n,...t[e]})),...n&&{codes:[n.label]}}}function P(e,t,n,r){return n?`input.codeSettings[${e.successCodes.filter(({id:e})=>t[e]!==void 0).findIndex(({id:e})=>e===n.id)}].${r}`:`input.settings.${r}`}var F=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},I=new F(`
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
    `),L=new F(`
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
    `),R=new F(`
    mutation UpdateMailSettings($input: UpdateMailSettingsInput!) {
  updateMailSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),z=new F(`
    mutation SaveCodeMailSettings($input: SaveCodeMailSettingsInput!) {
  saveCodeMailSettings(input: $input) {
    successCode {
      id
    }
  }
}
    `),B=new F(`
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
    `);function V(e,t){let{rest:n,sheets:r}=H(e),i=new DOMParser().parseFromString(n,`text/html`);for(let e of r.flatMap(e=>U(e,t)))G(i,e);i.documentElement.style.colorScheme=t===`dark`?`dark`:`light`;let a=i.createElement(`base`);return a.target=`_blank`,i.head.prepend(a),`<!doctype html>${i.documentElement.outerHTML}`}function H(e){let t=e.replace(/<!--[\s\S]*?-->/g,``),n=/<style[^>]*>([\s\S]*?)<\/style>/gi;return{rest:t.replace(n,``),sheets:[...t.matchAll(n)].map(([,e=``])=>e)}}function U(e,t){let n=new CSSStyleSheet;return n.replaceSync(e),[...n.cssRules].flatMap(e=>e instanceof CSSStyleRule?[e]:!(e instanceof CSSMediaRule)||!W(e.media.mediaText,t)?[]:[...e.cssRules].filter(e=>e instanceof CSSStyleRule))}function W(e,t){return e.includes(`prefers-color-scheme`)?t===`dark`&&e.includes(`dark`):t===`phone`&&e.includes(`max-width`)}function G(e,t){for(let n of e.querySelectorAll(t.selectorText))for(let e of t.style)n.style.setProperty(e,t.style.getPropertyValue(e),t.style.getPropertyPriority(e))}var K=r();function q({html:e,look:t,title:n}){let r=(0,k.useMemo)(()=>V(e,t),[e,t]);return(0,K.jsx)(`iframe`,{className:`mail-frame ${t}`,title:n,sandbox:``,srcDoc:r})}var J=a({english:{title:`Mail`,scope:`Settings for`,"scope.all":`All chats of the campaign`,"scope.hint":`Mails about chats with a success code can look different.`,"scope.differs":`differs`,"scope.unsaved":`not saved`,same:`Same as the campaign: {value}`,differ:`Make it different`,asCampaign:`Same as the campaign`,save:`Save`,discard:`Discard changes`,saved:`Saved. The next mails look like this.`,"setting.subject":`Subject`,"setting.intro":`Intro`,"setting.footer":`Footer`,"setting.senderName":`Sender's name`,"setting.replyTo":`Reply address`,"setting.language":`Language`,"setting.timeZone":`Time zone`,"hint.subject":`One line. What is not known is left out, with the brackets around it.`,"hint.intro":`Stands above the chat. A reply to the visitor quotes it.`,"hint.footer":`Stands at the end. A reply to the visitor quotes it.`,"hint.senderName":`Stands before the sender's address.`,"hint.replyTo":`Replies to mails with a note go here; without a note they go to the visitor.`,"hint.language":`Of the mail's own words. What people said in the chat stays as it is.`,"hint.timeZone":`Of all times in the mail.`,"usual.replyTo":`The standard addresses, else the sender`,"usual.none":`None`,placeholders:`Place in “{field}”`,"placeholder.title":`What it is about`,"placeholder.visitor":`Visitor`,"placeholder.email":`Visitor's e-mail`,"placeholder.phone":`Visitor's phone`,"placeholder.codes":`Codes`,"placeholder.campaign":`Campaign`,"placeholder.number":`Number`,"placeholder.urgent":`Urgent mark`,"placeholder.operator":`Operator`,"placeholder.department":`Department`,"placeholder.topic":`Subject of the chat`,"placeholder.page":`Page`,"placeholder.date":`Date`,"placeholder.time":`Time`,preview:`Preview`,"preview.chat":`Chat in the preview`,"preview.nobody":`a visitor`,"preview.other":`An older chat`,"preview.madeUp":`A made-up chat`,"preview.asIf":`As if the chat had been given the code {code}.`,"preview.stale":`This is not up to date: what is typed cannot be used as it is.`,"preview.subject":`Subject`,"preview.from":`From`,"preview.to":`To`,"preview.toNobody":`Nobody: no address is set for this chat`,"preview.replyTo":`Reply to`,"preview.views":`Ways to look at the mail`,"view.html":`Desktop`,"view.dark":`Dark`,"view.phone":`Phone`,"view.plain":`Plain text`,"size.fits":`Fits: Gmail cuts mails at {limit}.`,"size.cut":`Gmail cuts it at {limit}; the rest is behind a link.`,"test.open":`Send me a test`,"test.title":`Send a test mail`,"test.to":`To`,"test.hint":`The mail of the preview, marked as a test. It counts in no report.`,"test.real":`This mail shows what a real visitor said. For somebody else, choose the made-up chat first.`,"test.send":`Send the test`,"test.again":`Send it again`,"test.busy":`Sending…`,"test.close":`Close`,"fate.ACCEPTED":`Sent to {to}`,"fate.KEPT":`Kept here, not mailed to {to}: no mail provider is set`,"fate.FAILED":`Refused for {to}`,"fate.UNCERTAIN":`Uncertain for {to}: the answer was lost`},others:{de:()=>C(()=>import(`./de-cXwsj0xZ.js`),[],import.meta.url),nl:()=>C(()=>import(`./nl-wLbU8V5O.js`),[],import.meta.url)}});function ce({chats:e,chat:n,code:r,preview:i,problem:a,children:o}){let{t:s}=J(),c=(0,k.useId)(),{view:l=`html`}=t({from:`/campaigns/$campaign/mail`});return(0,K.jsxs)(`section`,{className:`mail-preview stack`,"aria-labelledby":c,children:[(0,K.jsxs)(`div`,{className:`page-head`,children:[(0,K.jsx)(`h2`,{id:c,children:s(`preview`)}),o]}),(0,K.jsx)(le,{chats:e,chat:n}),r&&(0,K.jsx)(`p`,{className:`small muted`,children:s(`preview.asIf`,{code:r.label})}),a&&(0,K.jsx)(`p`,{role:`status`,className:`notice`,children:s(`preview.stale`)}),!i&&!a&&(0,K.jsx)(d,{}),i&&(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(ue,{preview:i}),(0,K.jsx)(de,{view:l}),(0,K.jsx)(fe,{preview:i,view:l})]})]})}function le({chats:e,chat:n}){let{t:r}=J(),{language:a}=i(),o=t({from:`/campaigns/$campaign/mail`}),s=x({from:`/campaigns/$campaign/mail`}),c=new Intl.DateTimeFormat(a,{dateStyle:`medium`,timeStyle:`short`});return(0,K.jsxs)(`select`,{className:`input`,"aria-label":r(`preview.chat`),value:n,onChange:e=>void s({search:{...o,chat:e.target.value},replace:!0}),children:[e.map(({id:e,number:t,chat:{visitor:n,closedAt:i}})=>(0,K.jsx)(`option`,{value:e,children:`#${t} · ${n.name||n.email||r(`preview.nobody`)} · ${c.format(new Date(i))}`},e)),n!==`sample`&&!e.some(({id:e})=>e===n)&&(0,K.jsx)(`option`,{value:n,children:r(`preview.other`)}),(0,K.jsx)(`option`,{value:y,children:r(`preview.madeUp`)})]})}function ue({preview:{subject:e,from:t,replyTo:n,decision:r}}){let{t:i}=J(),a=r.recipients.map(({address:e})=>e.email).join(`, `),o=[{name:i(`preview.subject`),value:e},{name:i(`preview.from`),value:t},{name:i(`preview.to`),value:a||i(`preview.toNobody`)},{name:i(`preview.replyTo`),value:n}];return(0,K.jsx)(`dl`,{className:`mail-head`,children:o.map(({name:e,value:t})=>(0,K.jsxs)(`div`,{children:[(0,K.jsx)(`dt`,{className:`muted`,children:e}),(0,K.jsx)(`dd`,{children:(0,K.jsx)(`bdi`,{children:t})})]},e))})}function de({view:e}){let{t:n}=J(),r=t({from:`/campaigns/$campaign/mail`});return(0,K.jsx)(ee,{label:n(`preview.views`),children:v.map(t=>(0,K.jsx)(b,{from:`/campaigns/$campaign/mail`,to:`.`,search:{...r,view:t},replace:!0,resetScroll:!1,activeOptions:{exact:!0},"aria-current":t===e?`page`:void 0,children:n(`view.${t}`)},t))})}function fe({preview:{content:e},view:t}){let{t:n}=J();return(0,K.jsxs)(K.Fragment,{children:[t===`plain`?(0,K.jsx)(`section`,{className:`mail-plain`,"aria-label":n(`view.plain`),children:(0,K.jsx)(`pre`,{dir:`auto`,tabIndex:0,children:e.plain})}):(0,K.jsx)(q,{html:e.html,look:t===`html`?`light`:t,title:n(`preview`)}),(0,K.jsx)(pe,{bytes:new TextEncoder().encode(t===`plain`?e.plain:e.html).length})]})}var Y=102e3;function pe({bytes:e}){let{t}=J(),{language:n}=i(),r=e=>new Intl.NumberFormat(n,{style:`unit`,unit:`kilobyte`,maximumFractionDigits:1}).format(e/1e3),a=e<Y;return(0,K.jsxs)(`p`,{className:`small`,children:[(0,K.jsx)(S,{tone:a?`ok`:`wait`,children:r(e)}),` `,(0,K.jsx)(`span`,{className:`muted`,children:t(a?`size.fits`:`size.cut`,{limit:r(Y)})})]})}function me({campaign:e,drafts:n}){let{t:r}=J(),i=t({from:`/campaigns/$campaign/mail`}),a=x({from:`/campaigns/$campaign/mail`}),o=e.successCodes.filter(({id:e,retired:t})=>!t||e===i.code),s=(e,t,n)=>[e,t&&r(`scope.differs`),n&&r(`scope.unsaved`)].filter(Boolean).join(` · `),c=(e,t)=>Object.keys(j(t,n[e]??{})).length>0;return(0,K.jsx)(w,{label:r(`scope`),hint:r(`scope.hint`),children:t=>(0,K.jsxs)(`select`,{...t,className:`input`,value:i.code,onChange:e=>void a({search:{...i,code:e.target.value},replace:!0}),children:[(0,K.jsx)(`option`,{value:``,children:s(r(`scope.all`),!1,c(``,e.mailSettings))}),o.map(({id:e,label:t,mailSettings:n})=>(0,K.jsx)(`option`,{value:e,children:s(t,A.some(e=>n[e]!==null),c(e,n))},e))]})})}var X=D(),he=[`EN`,`NL`,`DE`];function Z(){let{language:e}=i(),t=new Intl.DisplayNames(e,{type:`language`});return e=>t.of(e.toLowerCase())??e}function ge({name:e,timeZone:t,mailSettings:n}){let{t:r}=J(),i=Z(),a={subject:ne,senderName:e,replyTo:r(`usual.replyTo`),timeZone:t},o=e=>a[e]??r(`usual.none`);return{usual:o,value:e=>e===`language`?i(n.language):n[e]||o(e)}}function _e({setting:e,usual:t,onChange:n,keep:r,...i}){let a={...i,className:`input`,onChange:e=>n(e.target.value)};switch(e){case`intro`:case`footer`:return(0,K.jsx)(`textarea`,{ref:r,rows:3,dir:`auto`,placeholder:t,...a});case`language`:return(0,K.jsx)(`select`,{...a,children:(0,K.jsx)(ve,{})});case`timeZone`:return(0,K.jsx)(ye,{...a,placeholder:t});case`replyTo`:return(0,K.jsx)(`input`,{ref:r,type:`text`,inputMode:`email`,autoComplete:`off`,spellCheck:!1,placeholder:t,...a});default:return(0,K.jsx)(`input`,{ref:r,type:`text`,dir:`auto`,autoComplete:`off`,placeholder:t,...a})}}function ve(){let e=Z();return he.map(t=>(0,K.jsx)(`option`,{value:t,children:e(t)},t))}function ye(e){let t=(0,k.useId)();return(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(`input`,{type:`text`,list:t,autoComplete:`off`,spellCheck:!1,...e}),(0,K.jsx)(`datalist`,{id:t,children:Intl.supportedValuesOf(`timeZone`).map(e=>(0,K.jsx)(`option`,{value:e},e))})]})}function be({setting:e,campaign:t,code:n,values:r,may:i,onChange:a,wrong:o,onFocus:s,keep:c}){let{t:l}=J(),{usual:u,value:d}=ge(t),f=(0,k.useRef)(null),p=l(`setting.${e}`),m=r[e],h=t=>{(0,X.flushSync)(()=>a({[e]:t})),f.current?.querySelector(`input, select, textarea, button`)?.focus()},g=(e,t)=>(0,K.jsx)(`button`,{type:`button`,className:`link small`,"aria-label":`${e}: ${p}`,onClick:()=>h(t),children:e});return(0,K.jsx)(`div`,{ref:f,children:m===null?(0,K.jsxs)(`div`,{className:`field`,children:[(0,K.jsx)(`span`,{className:`label`,children:p}),(0,K.jsx)(`p`,{className:`muted same`,children:l(`same`,{value:d(e)})}),i&&g(l(`differ`),t.mailSettings[e])]}):(0,K.jsx)(w,{label:p,hint:l(`hint.${e}`),problem:o(e),children:t=>(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(_e,{...t,setting:e,value:m,usual:u(e),onFocus:s,keep:c,onChange:t=>a({[e]:t})}),n&&i&&g(l(`asCampaign`),null)]})})})}function xe({target:e,onPlace:t}){let{t:n}=J();return(0,K.jsxs)(`fieldset`,{className:`placeholders`,children:[(0,K.jsx)(`legend`,{className:`small muted`,children:n(`placeholders`,{field:n(`setting.${e}`)})}),(0,K.jsx)(`div`,{className:`chips`,children:re.map(e=>(0,K.jsx)(`button`,{type:`button`,className:`chip`,title:`{${e}}`,onClick:()=>t(e),children:n(`placeholder.${e}`)},e))})]})}function Q(e){let{values:t,may:n,onChange:r}=e,[i,a]=(0,k.useState)(`subject`),o=(0,k.useRef)({}),s=e=>{let n=o.current[i];if(!n)return;let a=t[i]??``,s=ae(a,n.selectionStart??a.length,n.selectionEnd??a.length,e);(0,X.flushSync)(()=>r({[i]:s.text})),n.focus(),n.setSelectionRange(s.caret,s.caret)},c=t=>(0,K.jsx)(be,{setting:t,...e,onFocus:()=>ie(t)&&a(t),keep:e=>{o.current[t]=e}},t);return(0,K.jsxs)(K.Fragment,{children:[[`subject`,`intro`,`footer`].map(c),n&&t[i]!==null&&(0,K.jsx)(xe,{target:i,onPlace:s}),[`senderName`,`replyTo`,`language`,`timeZone`].map(c)]})}function Se(e){let t=u(R),n=n=>t.run({campaign:e.campaign.id,...n});return(0,K.jsx)($,{...e,stored:e.campaign.mailSettings,save:n,busy:t.busy,problem:t.problem,reset:t.reset})}function Ce({code:e,...t}){let n=u(z),r=t=>n.run({code:e.id,...e.mailSettings,...t});return(0,K.jsx)($,{...t,code:e,stored:e.mailSettings,save:r,busy:n.busy,problem:n.problem,reset:n.reset})}function $({stored:e,save:t,busy:n,problem:r,reset:i,draft:a,onDraft:o,wrong:s,...u}){let{t:d}=J(),p=E(),m=T().may(`CAMPAIGN`),h=j(e,a),g=Object.keys(h).length>0,_=async()=>{let n=se(e,h);await t(h)!==void 0&&(o(oe(a,h)),p(d(`saved`),()=>t(n)))},v=()=>{i(),o({})},y=e=>{r&&i(),o({...a,...e})},b=e=>e in h?s(e)||c(r,`input.${e}`):``;return(0,K.jsxs)(`form`,{className:`card stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),_()},children:[(0,K.jsx)(`fieldset`,{disabled:!m,className:`stack`,children:(0,K.jsx)(Q,{...u,may:m,values:{...e,...a},onChange:y,wrong:b})}),(0,K.jsx)(f,{problem:l(r,A.map(e=>`input.${e}`))}),m&&(0,K.jsxs)(`div`,{className:`row wrap`,children:[(0,K.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:!g||n,children:d(`save`)}),(0,K.jsx)(`button`,{type:`button`,className:`button quiet`,disabled:!g||n,onClick:v,children:d(`discard`)})]})]})}function we(e){let{t}=J(),[n,r]=(0,k.useState)(!1),i=()=>r(!1);return T().may(`CAMPAIGN`)?(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(`button`,{type:`button`,className:`button`,onClick:()=>r(!0),children:t(`test.open`)}),(0,K.jsx)(te,{title:t(`test.title`),open:n,onClose:i,children:(0,K.jsx)(Te,{...e,onClose:i})})]}):null}function Te({mail:e,me:t,real:n,onClose:r}){let{t:i}=J(),[a,o]=(0,k.useState)(t),[s,d]=(0,k.useState)(O),[p,m]=(0,k.useState)(),{run:h,busy:g,problem:_}=u(B),v=async()=>{m(void 0);let t=await h({mail:e,to:a,idempotencyKey:s});t?.sendTestMail&&(m(t.sendTestMail.testMail),d(O()))};return(0,K.jsxs)(`form`,{className:`stack`,noValidate:!0,onSubmit:e=>{e.preventDefault(),v()},children:[(0,K.jsx)(w,{label:i(`test.to`),hint:i(`test.hint`),problem:c(_,`input.to`),children:e=>(0,K.jsx)(`input`,{...e,className:`input`,type:`email`,autoComplete:`email`,value:a,onChange:e=>{o(e.target.value),d(O())}})}),n&&a.trim().toLowerCase()!==t.toLowerCase()&&(0,K.jsx)(`p`,{className:`notice small`,children:i(`test.real`)}),(0,K.jsx)(f,{problem:l(_,[`input.to`])}),(0,K.jsx)(`div`,{role:`status`,children:p&&(0,K.jsx)(De,{sent:p})}),(0,K.jsxs)(`div`,{className:`row wrap`,children:[(0,K.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:g||a.trim()===``,children:i(g?`test.busy`:p?`test.again`:`test.send`)}),(0,K.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:r,children:i(`test.close`)})]})]})}var Ee={ACCEPTED:`ok`,FAILED:`bad`};function De({sent:{state:e,words:t,transport:n,recipient:r,subject:i,content:a}}){let{t:o}=J(),s=e===`ACCEPTED`||e===`FAILED`?e:`UNCERTAIN`,c=s===`ACCEPTED`&&n===`outbox`?`KEPT`:s;return(0,K.jsxs)(K.Fragment,{children:[(0,K.jsx)(`p`,{children:(0,K.jsx)(S,{tone:Ee[e]??`wait`,children:o(`fate.${c}`,{to:r.email})})}),t&&c!==`KEPT`&&(0,K.jsx)(`p`,{className:`small muted`,children:(0,K.jsx)(`bdi`,{children:t})}),(0,K.jsxs)(`details`,{children:[(0,K.jsx)(`summary`,{children:(0,K.jsx)(`bdi`,{children:i})}),(0,K.jsx)(q,{html:a.html,look:`light`,title:i})]})]})}function Oe(){let{t}=J(),{campaign:n}=e({from:`/campaigns/$campaign/mail`}),r=m(`all`,I,{campaign:n,chats:{campaigns:[n]}});return(0,K.jsx)(p,{of:r,children:e=>e.campaign?(0,K.jsx)(_,{title:t(`title`),children:(0,K.jsx)(ke,{campaign:e.campaign,chats:e.followUps.nodes,me:e.viewer.person?.email??``},n)}):(0,K.jsx)(g,{})})}function ke({campaign:e,chats:n,me:r}){let i=t({from:`/campaigns/$campaign/mail`}),[a,o]=(0,k.useState)({}),l=e.successCodes.find(({id:e})=>e===i.code),u=i.chat||(n[0]?.id??`sample`),d=N(e,a,l,u),f=JSON.stringify([d,e]),p=h(f,e=>s(L,{input:d},{signal:e}),300),m=l?.id??``,g={campaign:e,draft:a[m]??{},onDraft:e=>o(t=>({...t,[m]:e})),wrong:t=>c(p.problem??null,P(e,a,l,t))};return(0,K.jsxs)(`div`,{className:`mail-bench`,children:[(0,K.jsxs)(`div`,{className:`stack`,children:[(0,K.jsx)(me,{campaign:e,drafts:a}),l?(0,K.jsx)(Ce,{code:l,...g},l.id):(0,K.jsx)(Se,{...g})]}),(0,K.jsx)(ce,{chats:n,chat:u,code:l,preview:p.result?.previewMail,problem:p.problem,children:(0,K.jsx)(we,{mail:d,me:r,real:u!==y})})]})}export{Oe as Mail};