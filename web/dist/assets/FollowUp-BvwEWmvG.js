import{t as e}from"./useParams-CYUGY2QY.js";import{t,u as n}from"./Answer-01w9xb9p.js";import{t as r}from"./language-DrUDouJg.js";import{t as i}from"./NoPage-DL-3L1W9.js";import{t as a}from"./Page-HJkjYRow.js";import{t as o}from"./State-BtfjuC2_.js";import{t as s}from"./tone-WBdDmoBv.js";import{n as c,t as l}from"./shared-5OINtBC7.js";import{i as u}from"./messages-DBl1p6Bu.js";import{i as d,r as f}from"./Words-CZI-lKCi.js";import{t as p}from"./preload-helper-BQUUbbNx.js";var m=new class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}}(`
    query FollowUp($number: Int!, $language: Language!) {
  followUpByNumber(number: $number) {
    id
    number
    state
    reason(language: $language)
    chat {
      id
      visitor {
        name
        email
        phone
      }
    }
  }
}
    `),h=f(u({english:{title:`#{number} · {visitor}`,visitor:`A visitor`},others:{de:()=>p(()=>import(`./de-B68mtSOq.js`),[],import.meta.url),nl:()=>p(()=>import(`./nl-CG-cSN5T.js`),[],import.meta.url)}},l)),g=d();function _(){let{t:l,language:u}=h(),{number:d}=e({from:`/follow-ups/$number`}),f=n(`followUps`,m,{number:Number(d)||0,language:r(u)});return(0,g.jsx)(t,{of:f,children:({followUpByNumber:e})=>{if(!e)return(0,g.jsx)(i,{});let{visitor:t}=e.chat,n=c(t.name||t.email||t.phone||l(`visitor`));return(0,g.jsx)(a,{title:l(`title`,{number:e.number,visitor:n}),children:(0,g.jsxs)(`p`,{children:[(0,g.jsx)(o,{tone:s(e.state),children:l(`state.${e.state}`)}),` `,e.reason]})})}})}export{_ as FollowUp};