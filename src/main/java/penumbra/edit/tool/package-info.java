/// What a person does with the pointer to place and move points, as pure state machines: events go
/// in, a preview and at the end one edit come out. Frame: picture px.
package penumbra.edit.tool;
