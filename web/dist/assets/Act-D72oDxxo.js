import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{a as t,i as n}from"./data-DzwsbZCa.js";import{a as r,i,r as a,t as o}from"./Answer-BvqSZd80.js";import{t as s}from"./Dialog-Dw1coUpL.js";import{i as c,r as l}from"./react-AyOTluXZ.js";import{d as u,g as d,n as f,o as p,s as m}from"./base-CTmk8UTt.js";import{t as h}from"./useKeyFor-B1fV41WN.js";import{t as g}from"./Text-COXIjOdy.js";import{t as _}from"./Field-a0GslIpo.js";var v=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},y=new v(`
    query Act($id: ID!) {
  followUp(id: $id) {
    id
    number
    state
    codes
    campaign {
      id
      name
      goalSettings {
        allowMultiple
      }
      successCodes {
        id
        label
        retired
      }
    }
    receipt {
      id
      state
      words
      createdAt
      recipient {
        name
        email
      }
    }
  }
}
    `),b=new v(`
    mutation SendAgain($input: SendAgainInput!) {
  sendAgain(input: $input) {
    followUp {
      id
    }
  }
}
    `),x=new v(`
    mutation Settle($input: SettleDeliveryInput!) {
  settleDelivery(input: $input) {
    followUp {
      id
    }
  }
}
    `),S=new v(`
    mutation Release($input: ReleaseFollowUpInput!) {
  releaseFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `),C=new v(`
    mutation Move($input: MoveFollowUpInput!) {
  moveFollowUp(input: $input) {
    followUp {
      id
    }
  }
}
    `),w=new v(`
    query WouldGo($input: SimulateRoutingInput!, $language: Language!) {
  simulateRouting(input: $input) {
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
}
    `),T=e(c(),1),E=[`BOUNCED`,`BLOCKED`,`FAILED`],D=({receipt:e})=>M(e),O=({receipt:e})=>M(e.filter(t=>k(t)&&!e.some(e=>!k(e)&&A(e,t)))),k=({state:e})=>E.includes(e),A=(e,t)=>e.recipient.email===t.recipient.email&&Date.parse(e.createdAt)>=Date.parse(t.createdAt),j=({receipt:e})=>M(e.filter(({state:e})=>e===`HELD`)),M=e=>[...new Set(e.map(({recipient:e})=>e.email))],N=({state:e})=>[`AWAITING_TRANSCRIPT`,`AWAITING_CODE`,`AWAITING_OK`,`HOLDING`].includes(e);function P({receipt:e},{recipients:t}){let n=M(e.filter(({state:e})=>!E.includes(e)));return t.filter(({address:e})=>!n.includes(e.email))}var F=u(d({english:{gone:`This follow-up is not there any more, or you may not see it.`,"title.again":`Send follow-up #{number} again`,"title.settle":`What became of follow-up #{number}?`,"title.release":`Release follow-up #{number}`,"title.move":`Give follow-up #{number} other codes`,"again.to":`To whom`,"again.FAILED":`To those who did not get it`,"again.SAME":`To all who were to get it`,"again.OTHERS":`To others`,"again.addresses":`Addresses`,"again.hint":`Several are separated by ; such as a@example.com; b@example.com`,"again.asItIs":`It is mailed at once, as a mail of its own with the chat as it is now.`,"again.send":`Send again`,"settle.text":`The mail server’s answer was lost, so nobody can tell whether this mail has arrived. Ask the recipient, or look in their mailbox.`,"settle.none":`This is settled already.`,"settle.sent":`It has arrived`,"settle.again":`It has not: send it again`,"release.text":`What is held is sent at once, to:`,"release.send":`Send what is held`,"move.codes":`Codes that count`,"move.none":`No code`,"move.nobody":`By these codes nobody gets it.`,"move.goesTo":`It then goes to:`,"move.missing":`By these codes these should have it, and have not been mailed:`,"move.complete":`Everybody who should have it by these codes has been mailed.`,"move.only":`Change the codes`,"move.quietly":`Change the codes, mail nobody`,"move.send":{one:`Change the codes and mail {count} address`,other:`Change the codes and mail {count} addresses`}},others:{de:()=>m(()=>import(`./de-C8JTLpmB.js`),[],import.meta.url),nl:()=>m(()=>import(`./nl-9pP0-azn.js`),[],import.meta.url)}},f)),I=l();function L({followUp:e,onDone:r}){let{t:i,language:s}=F(),[c,l]=(0,T.useState)(e.codes),{run:u,busy:d,problem:f}=n(C),m=t(`account`,w,{input:{campaign:e.campaign.id,codes:[...c]},language:p(s)}),g={stay:h(`stay ${c}`),send:h(`send ${c}`)},_=async t=>{let n={followUp:e.id,codes:[...c],send:t,idempotencyKey:t?g.send:g.stay};await u(n)&&r()};return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(a,{problem:f}),(0,I.jsx)(R,{followUp:e,codes:c,onPick:l}),(0,I.jsx)(o,{of:m,children:({simulateRouting:t})=>{let n=P(e,t);return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(z,{would:t,missing:n,waits:N(e)}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button`,disabled:d||m.isPlaceholderData,onClick:()=>_(!1),children:i(N(e)?`move.only`:`move.quietly`)}),!N(e)&&n.length>0&&(0,I.jsx)(`button`,{type:`button`,className:`button primary`,disabled:d||m.isPlaceholderData,onClick:()=>_(!0),children:i(`move.send`,{count:n.length})})]})]})}})]})}function R({followUp:e,codes:t,onPick:n}){let{t:r}=F(),i=e.campaign.goalSettings.allowMultiple,a=e.campaign.successCodes.filter(({label:e,retired:n})=>!n||t.includes(e)),o=(e,r)=>n(i?[...t.filter(t=>t!==e),...r?[e]:[]]:[e]);return(0,I.jsxs)(`fieldset`,{className:`field`,children:[(0,I.jsx)(`legend`,{className:`label`,children:r(`move.codes`)}),a.map(({id:e,label:n})=>(0,I.jsxs)(`label`,{className:`check`,children:[(0,I.jsx)(`input`,{type:i?`checkbox`:`radio`,name:`code`,checked:t.includes(n),onChange:e=>o(n,e.target.checked)}),(0,I.jsx)(g,{children:n})]},e)),!i&&(0,I.jsxs)(`label`,{className:`check`,children:[(0,I.jsx)(`input`,{type:`radio`,name:`code`,checked:t.length===0,onChange:()=>n([])}),r(`move.none`)]})]})}function z({would:e,missing:t,waits:n}){let{t:r}=F(),i=n?e.recipients:t;return e.recipients.length===0?(0,I.jsx)(`p`,{children:r(`move.nobody`)}):(0,I.jsxs)(`div`,{role:`status`,children:[(0,I.jsx)(`p`,{children:r(n?`move.goesTo`:t.length>0?`move.missing`:`move.complete`)}),(0,I.jsx)(`ul`,{className:`recipient-list small`,children:i.map(({address:e,reasons:t})=>(0,I.jsxs)(`li`,{children:[(0,I.jsx)(g,{children:e.email}),(0,I.jsx)(`span`,{className:`muted`,children:t.map(({sentence:e})=>e).join(` · `)})]},e.email))})]})}function B({emails:e}){return e.length===0?null:(0,I.jsx)(`span`,{className:`small muted to`,children:(0,I.jsx)(g,{children:e.join(`, `)})})}function V({followUp:e,onDone:t}){let{t:r}=F(),{run:i,busy:o,problem:s}=n(S),c=h(e.id);return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(a,{problem:s}),(0,I.jsxs)(`p`,{children:[r(`release.text`),(0,I.jsx)(B,{emails:j(e)})]}),(0,I.jsx)(`button`,{type:`button`,className:`button primary`,disabled:o,onClick:async()=>{await i({followUp:e.id,idempotencyKey:c})&&t()},children:r(`release.send`)})]})}function H({followUp:e,onDone:t}){let{t:o}=F(),s=O(e),[c,l]=(0,T.useState)(s.length>0?`FAILED`:`OTHERS`),[u,d]=(0,T.useState)(``),{run:f,busy:p,problem:m}=n(b),g=h(`${c} ${u}`),v=async n=>{n.preventDefault(),await f({followUp:e.id,to:c,addresses:c===`OTHERS`?u:``,idempotencyKey:g})&&t()},y=(e,t)=>(0,I.jsxs)(`label`,{className:`again-choice`,children:[(0,I.jsx)(`input`,{type:`radio`,name:`to`,checked:c===e,disabled:t.length===0,onChange:()=>l(e)}),(0,I.jsxs)(`span`,{children:[o(`again.${e}`),(0,I.jsx)(B,{emails:t})]})]});return(0,I.jsxs)(`form`,{className:`stack`,onSubmit:v,children:[(0,I.jsx)(a,{problem:i(m,[`input.addresses`])}),(0,I.jsxs)(`fieldset`,{className:`stack`,children:[(0,I.jsx)(`legend`,{className:`visually-hidden`,children:o(`again.to`)}),y(`FAILED`,s),y(`SAME`,D(e)),(0,I.jsxs)(`label`,{className:`again-choice`,children:[(0,I.jsx)(`input`,{type:`radio`,name:`to`,checked:c===`OTHERS`,onChange:()=>l(`OTHERS`)}),(0,I.jsx)(`span`,{children:o(`again.OTHERS`)})]})]}),c===`OTHERS`&&(0,I.jsx)(_,{label:o(`again.addresses`),hint:o(`again.hint`),problem:r(m,`input.addresses`),children:e=>(0,I.jsx)(`input`,{...e,className:`input`,inputMode:`email`,autoComplete:`off`,dir:`auto`,required:!0,value:u,onChange:e=>d(e.target.value)})}),(0,I.jsx)(`p`,{className:`small muted`,children:o(`again.asItIs`)}),(0,I.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:p,children:o(`again.send`)})]})}function U({followUp:e,onDone:t}){let{t:n}=F(),r=e.receipt.filter(({state:e})=>e===`UNCERTAIN`);return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(`p`,{children:r.length>0?n(`settle.text`):n(`settle.none`)}),r.map(e=>(0,I.jsx)(W,{delivery:e,onDone:r.length>1?()=>{}:t},e.id))]})}function W({delivery:{id:e,recipient:t,words:r},onDone:i}){let{t:o}=F(),{run:s,busy:c,problem:l}=n(x),u={SENT:h(`${e} SENT`),SEND_AGAIN:h(`${e} SEND_AGAIN`)},d=async t=>{await s({delivery:e,verdict:t,idempotencyKey:u[t]})&&i()};return(0,I.jsxs)(`div`,{className:`stack`,children:[(0,I.jsx)(a,{problem:l}),(0,I.jsxs)(`p`,{children:[(0,I.jsx)(`strong`,{children:(0,I.jsx)(g,{children:t.email})}),(0,I.jsx)(`br`,{}),(0,I.jsx)(`span`,{className:`small muted`,children:(0,I.jsx)(g,{children:r})})]}),(0,I.jsxs)(`div`,{className:`row wrap`,children:[(0,I.jsx)(`button`,{type:`button`,className:`button`,disabled:c,onClick:()=>d(`SENT`),children:o(`settle.sent`)}),(0,I.jsx)(`button`,{type:`button`,className:`button`,disabled:c,onClick:()=>d(`SEND_AGAIN`),children:o(`settle.again`)})]})]})}var G={again:H,settle:U,release:V,move:L};function K({what:e,followUp:n,onClose:r}){let{t:i}=F(),a=t(`followUps`,y,{id:n}),c=a.data?.followUp?.number??``,l=G[e];return(0,I.jsx)(s,{title:i(`title.${e}`,{number:c}),open:!0,onClose:r,children:(0,I.jsx)(o,{of:a,children:({followUp:e})=>e?(0,I.jsx)(l,{followUp:e,onDone:r}):(0,I.jsx)(`p`,{children:i(`gone`)})})})}export{K as default};