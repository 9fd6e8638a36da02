import{n as e}from"./rolldown-runtime-WkwZ5CU-.js";import{t}from"./useParams-Bnq09svw.js";import{i as n,r}from"./react-AyOTluXZ.js";import{a as i,i as a}from"./data-DzwsbZCa.js";import{a as o,i as s,r as c,s as l,t as u}from"./Answer-BvqSZd80.js";import{t as d}from"./Leaving-DTud_jsO.js";import{n as f}from"./viewer-HpT3TdIj.js";import{n as p}from"./Toast-TBbxKBA3.js";import{d as m,s as h}from"./base-CTmk8UTt.js";import{t as g}from"./Field-a0GslIpo.js";import{t as _}from"./ZoneInput-B389xQND.js";var v=e(n(),1);function y(e,t){let n=Object.keys(e).filter(n=>!(n in t)||e[n]!==t[n]);return Object.fromEntries(n.map(t=>[t,e[t]]))}function b({name:e,timeZone:t,coverNumbers:n,goalSettings:r,sendingLimits:i}){let{mode:a,timeLimit:o,undoDelay:s,unaddressed:c}=r,{mailLimit:l,operatorLimit:u}=i;return{name:{name:e,timeZone:t},sending:{mode:a,timeLimit:o,undoDelay:s,unaddressed:c},cover:{coverNumbers:n},limits:{mailLimit:l,operatorLimit:u}}}function x(e,t){let n=Object.keys(e).filter(n=>e[n]!==t[n]);return Object.fromEntries(n.map(t=>[t,e[t]]))}function S(e,t){return Object.keys(e).some(n=>Object.keys(x(e[n]??{},t[n])).length>0)}var C=(0,v.createContext)(null);function w(e){let t=(0,v.useContext)(C);if(!t)throw Error(`there are no drafts around this`);let n=t.saved[e],r=t.drafts[e]??{},i=x(r,n),a=Object.fromEntries(Object.keys(i).map(e=>[e,n[e]]));return{values:{...n,...r},changes:i,before:a,set:n=>t.change(t=>({...t,[e]:{...t[e],...n}})),saved:n=>t.change(t=>({...t,[e]:y(t[e]??{},n)})),reset:()=>t.change(t=>({...t,[e]:{}}))}}var T=class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}},E=new T(`
    query Settings($id: ID!) {
  campaign(id: $id) {
    id
    name
    timeZone
    coverNumbers
    retired
    goalSettings {
      mode
      timeLimit
      undoDelay
      unaddressed
    }
    sendingLimits {
      mailLimit
      operatorLimit
    }
  }
}
    `),D=new T(`
    mutation ChangeCampaign($input: UpdateCampaignInput!) {
  updateCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),O=new T(`
    mutation ChangeGoalSettings($input: UpdateGoalSettingsInput!) {
  updateGoalSettings(input: $input) {
    campaign {
      id
    }
  }
}
    `),k=new T(`
    mutation ChangeLimits($input: UpdateSendingLimitsInput!) {
  updateSendingLimits(input: $input) {
    campaign {
      id
    }
  }
}
    `),A=new T(`
    mutation RetireCampaign($input: RetireCampaignInput!) {
  retireCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),j=new T(`
    mutation RestoreCampaign($input: RestoreCampaignInput!) {
  restoreCampaign(input: $input) {
    campaign {
      id
    }
  }
}
    `),M=m({english:{title:`Settings`,save:`Save`,discard:`Discard`,saved:`Saved: {section}`,"name.title":`Name and time zone`,name:`Name`,nameHint:`Also the sender’s name in its mails, unless those say otherwise.`,timeZone:`Time zone`,timeZoneHint:`Times in its mails and days in its reports are in it. Days that are over stay as they were counted.`,"sending.title":`When chats are sent`,mode:`What sends a chat`,"mode.AUTOMATIC":`The end of the chat`,"mode.OPERATOR_OK":`An operator’s OK`,"modeMeans.AUTOMATIC":`It goes by itself when the source’s hold time is over, by the codes that the chat app sends, unless an operator picks others until then.`,"modeMeans.OPERATOR_OK":`It waits until an operator presses OK, at most until the time limit. Messages that were left while nobody was there go by themselves.`,timeLimit:`Time limit`,timeLimitHint:`How long a chat waits for people in all: for OK, for a required code, or for both. Then it goes by what it has. At most 7 days.`,unit:`Unit`,"unit.seconds":`seconds`,"unit.minutes":`minutes`,"unit.hours":`hours`,"unit.days":`days`,undoDelay:`Seconds to undo an OK`,undoDelayHint:`So long after OK the chat is still here. 0 to 60.`,unaddressed:`A chat whose codes lead to no address`,"unaddressed.STANDARD":`Goes to standard`,"unaddressed.NOT_FORWARDED":`Goes to nobody`,"unaddressedMeans.STANDARD":`As a chat without a code does.`,"unaddressedMeans.NOT_FORWARDED":`It stays in the list of follow-ups, with the reason. A code without addresses then means: not to be forwarded.`,"cover.title":`Card and account numbers`,cover:`Cover them in mails`,coverMeans:`What looks like a card number, an IBAN or a card’s security code is a black bar in mails. An operator can lift a bar that is there by mistake. It counts for mails that are made from now on.`,"limits.title":`Sending limits`,"limits.means":`A guard against mistakes. What is over a limit is held, visibly, until somebody releases it.`,"limits.mailLimit":`Mails of the campaign in an hour`,"limits.operatorLimit":`Mails by one operator in an hour`,"limits.none":`Each recipient counts. 0 is no limit.`,"retire.title":`Retire the campaign`,"retire.means":`Lists leave it out; its chats, reports and settings are kept, and it can be taken back. First have the sources that lead to it lead elsewhere, so that no chat is lost.`,retire:`Retire it`,"retire.done":`{campaign} is retired`,"leave.title":`Leave without saving?`,"leave.text":`What you changed in the settings is not saved. If you leave, it is lost.`,"leave.stay":`Stay here`,"leave.go":`Leave and lose it`},others:{de:()=>h(()=>import(`./de-C89RzCTf.js`),[],import.meta.url),nl:()=>h(()=>import(`./nl-CkLN7yMz.js`),[],import.meta.url)}}),N=r();function P({title:e,change:t,id:n,typed:r,fields:i,children:a}){let{t:o}=M(),l=p(),u=f().may(`CAMPAIGN`),d=(0,v.useId)();return(0,N.jsxs)(`form`,{onSubmit:async i=>{i.preventDefault(),await t.run({...n,...r.changes})&&(r.saved(r.changes),l(o(`saved`,{section:e}),()=>t.run({...n,...r.before})))},className:`card`,"aria-labelledby":d,children:[(0,N.jsx)(`h2`,{id:d,children:e}),(0,N.jsxs)(`fieldset`,{disabled:!u,"aria-labelledby":d,className:`stack`,children:[(0,N.jsx)(c,{problem:s(t.problem,i.map(e=>`input.${e}`))}),a,Object.keys(r.changes).length>0&&(0,N.jsxs)(`div`,{className:`row wrap`,children:[(0,N.jsx)(`button`,{type:`submit`,className:`button primary`,disabled:t.busy,children:o(`save`)}),(0,N.jsx)(`button`,{type:`button`,className:`button quiet`,onClick:()=>{r.reset(),t.reset()},children:o(`discard`)})]})]})]})}function F({campaign:{id:e}}){let{t}=M(),n=(0,v.useId)(),r=a(D),i=w(`cover`);return(0,N.jsx)(P,{title:t(`cover.title`),change:r,id:{id:e},typed:i,fields:[],children:(0,N.jsxs)(`div`,{className:`option`,children:[(0,N.jsxs)(`label`,{className:`check`,children:[(0,N.jsx)(`input`,{type:`checkbox`,checked:i.values.coverNumbers,"aria-describedby":n,onChange:({target:e})=>i.set({coverNumbers:e.checked})}),t(`cover`)]}),(0,N.jsx)(`p`,{id:n,className:`small muted`,children:t(`coverMeans`)})]})})}var I=[`mailLimit`,`operatorLimit`];function L({campaign:e}){let{t}=M(),n=a(k),r=w(`limits`);return(0,N.jsxs)(P,{title:t(`limits.title`),change:n,id:{campaign:e.id},typed:r,fields:I,children:[(0,N.jsx)(`p`,{className:`small muted`,children:t(`limits.means`)}),I.map(e=>(0,N.jsx)(g,{label:t(`limits.${e}`),hint:t(`limits.none`),problem:o(n.problem,`input.${e}`),children:t=>(0,N.jsx)(`input`,{...t,type:`number`,inputMode:`numeric`,className:`input number`,required:!0,min:0,max:1e6,value:Number.isNaN(r.values[e])?``:r.values[e],onChange:({target:t})=>r.set({[e]:t.valueAsNumber})})},e))]})}function R({campaign:{id:e}}){let{t}=M(),n=a(D),r=w(`name`),{values:i,set:s}=r;return(0,N.jsxs)(P,{title:t(`name.title`),change:n,id:{id:e},typed:r,fields:[`name`,`timeZone`],children:[(0,N.jsx)(g,{label:t(`name`),hint:t(`nameHint`),problem:o(n.problem,`input.name`),children:e=>(0,N.jsx)(`input`,{...e,className:`input`,required:!0,maxLength:120,value:i.name,onChange:({target:e})=>s({name:e.value})})}),(0,N.jsx)(g,{label:t(`timeZone`),hint:t(`timeZoneHint`),problem:o(n.problem,`input.timeZone`),children:e=>(0,N.jsx)(_,{...e,value:i.timeZone,onChange:({target:e})=>s({timeZone:e.value})})})]})}function z({campaign:{id:e,name:t,retired:n}}){let{t:r}=M(),i=p(),o=f().may(`ACCOUNT`),{run:s,busy:l,problem:u}=a(A),{run:d}=a(j);return n||!o?null:(0,N.jsxs)(`section`,{className:`card`,"aria-labelledby":`retire`,children:[(0,N.jsx)(`h2`,{id:`retire`,children:r(`retire.title`)}),(0,N.jsxs)(`div`,{className:`stack`,children:[(0,N.jsx)(`p`,{className:`small muted`,children:r(`retire.means`)}),(0,N.jsx)(c,{problem:u}),(0,N.jsx)(`div`,{className:`row`,children:(0,N.jsx)(`button`,{type:`button`,className:`button`,disabled:l,onClick:async()=>{await s({id:e})&&i(r(`retire.done`,{campaign:t}),()=>d({id:e}))},children:r(`retire`)})})]})]})}var B={days:86400,hours:3600,minutes:60,seconds:1},V=Object.keys(B);function H(e,t){let n=t=>t!==void 0&&!(e%B[t]>0),r=n(t)?t:e===0?`minutes`:V.find(n);return{amount:e/B[r??`seconds`],unit:r??`seconds`}}var U=(e,t)=>e*B[t];function W({label:e,hint:t,problem:n,seconds:r,onChange:i}){let{t:a}=M(),[o,s]=(0,v.useState)(),{amount:c,unit:l}=H(r,o);return(0,N.jsx)(g,{label:e,hint:t,problem:n,children:e=>(0,N.jsxs)(`div`,{className:`row`,children:[(0,N.jsx)(`input`,{...e,type:`number`,inputMode:`numeric`,min:0,required:!0,className:`input number`,value:Number.isNaN(c)?``:c,onChange:({target:e})=>{s(l),i(U(e.valueAsNumber,l))}}),(0,N.jsx)(`select`,{className:`input unit`,"aria-label":a(`unit`),value:l,onChange:({target:e})=>{s(e.value),i(U(c,e.value))},children:V.map(e=>(0,N.jsx)(`option`,{value:e,children:a(`unit.${e}`)},e))})]})})}function G({label:e,name:t,options:n,value:r,onChange:i,title:a,means:o}){let s=(0,v.useId)();return(0,N.jsxs)(`fieldset`,{children:[(0,N.jsx)(`legend`,{className:`label`,children:e}),n.map(e=>(0,N.jsxs)(`div`,{className:`option`,children:[(0,N.jsxs)(`label`,{className:`check`,children:[(0,N.jsx)(`input`,{type:`radio`,name:t,checked:e===r,"aria-describedby":`${s}${e}`,onChange:()=>i(e)}),a(e)]}),(0,N.jsx)(`p`,{id:`${s}${e}`,className:`small muted`,children:o(e)})]},e))]})}function K({campaign:e}){let{t}=M(),n=a(O),r=w(`sending`),{values:i,set:s}=r,c=e=>o(n.problem,`input.${e}`);return(0,N.jsxs)(P,{title:t(`sending.title`),change:n,id:{campaign:e.id},typed:r,fields:Object.keys(i),children:[(0,N.jsx)(G,{label:t(`mode`),name:`mode`,options:[`AUTOMATIC`,`OPERATOR_OK`],value:i.mode,onChange:e=>s({mode:e}),title:e=>t(`mode.${e}`),means:e=>t(`modeMeans.${e}`)}),(0,N.jsx)(W,{label:t(`timeLimit`),hint:t(`timeLimitHint`),problem:c(`timeLimit`),seconds:i.timeLimit,onChange:e=>s({timeLimit:e})}),(0,N.jsx)(g,{label:t(`undoDelay`),hint:t(`undoDelayHint`),problem:c(`undoDelay`),children:e=>(0,N.jsx)(`input`,{...e,type:`number`,inputMode:`numeric`,className:`input number`,required:!0,min:0,max:60,value:Number.isNaN(i.undoDelay)?``:i.undoDelay,onChange:({target:e})=>s({undoDelay:e.valueAsNumber})})}),(0,N.jsx)(G,{label:t(`unaddressed`),name:`unaddressed`,options:[`STANDARD`,`NOT_FORWARDED`],value:i.unaddressed,onChange:e=>s({unaddressed:e}),title:e=>t(`unaddressed.${e}`),means:e=>t(`unaddressedMeans.${e}`)})]})}function q(){let{t:e}=M(),{campaign:n}=t({from:`/campaigns/$campaign/settings`}),r=i(`account`,E,{id:n});return(0,N.jsx)(l,{title:e(`title`),children:(0,N.jsx)(u,{of:r,children:({campaign:e})=>e&&(0,N.jsx)(J,{campaign:e},e.id)})})}function J({campaign:e}){let{t}=M(),[n,r]=(0,v.useState)({}),i=b(e);return(0,N.jsxs)(C,{value:{saved:i,drafts:n,change:r},children:[(0,N.jsx)(d,{dirty:S(n,i),title:t(`leave.title`),text:t(`leave.text`),stay:t(`leave.stay`),go:t(`leave.go`)}),(0,N.jsxs)(`div`,{className:`campaign-settings stack`,children:[(0,N.jsx)(R,{campaign:e}),(0,N.jsx)(K,{campaign:e}),(0,N.jsx)(F,{campaign:e}),(0,N.jsx)(L,{campaign:e}),(0,N.jsx)(z,{campaign:e})]})]})}export{q as Settings};