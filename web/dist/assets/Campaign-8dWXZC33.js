import{n as e,r as t,t as n}from"./NoPage-BRB0MQqO.js";import{n as r}from"./Match-Csm3w9A2.js";import{c as i,t as a}from"./Answer-BP1i93mc.js";import{i as o}from"./Words-CZI-lKCi.js";import{t as s}from"./words-tVHwf5tx.js";var c=o();function l({label:e,children:t}){return(0,c.jsx)(`nav`,{"aria-label":e,className:`tabs`,children:t})}var u=new class extends String{__apiType;value;__meta__;constructor(e,t){super(e),this.value=e,this.__meta__=t}toString(){return this.value}}(`
    query Campaign($id: ID!) {
  campaign(id: $id) {
    id
    name
  }
}
    `);function d(){let{t:o}=s(),{campaign:d}=t({from:`/campaigns/$campaign`}),f=i(`account`,u,{id:d}),p={campaign:d};return(0,c.jsx)(a,{of:f,missing:(0,c.jsx)(n,{}),children:({campaign:t})=>t?(0,c.jsxs)(c.Fragment,{children:[(0,c.jsx)(`p`,{className:`campaign-name`,children:(0,c.jsx)(`bdi`,{children:t.name})}),(0,c.jsxs)(l,{label:o(`tabs`),children:[(0,c.jsx)(e,{to:`/campaigns/$campaign`,params:p,activeOptions:{exact:!0},activeProps:{"aria-current":`page`},children:o(`tab.overview`)}),(0,c.jsx)(e,{to:`/campaigns/$campaign/addresses`,params:p,activeProps:{"aria-current":`page`},children:o(`tab.addresses`)})]}),(0,c.jsx)(r,{})]}):(0,c.jsx)(n,{})})}export{d as Campaign};