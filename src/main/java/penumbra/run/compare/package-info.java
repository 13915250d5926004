/// Several runs held against each other: grouped by what they were asked for, their seeds as
/// repetitions, with intervals for what tells the groups apart. Plain numbers and tables; nothing
/// is drawn here.
package penumbra.run.compare;
