namespace Klotho.Runtime.Tests.Faults;

/// <summary>A line of a worker's log.</summary>
/// <param name="Ticks">When.</param>
/// <param name="Step"><c>begun</c> with a delivery, <c>work</c> itself, <c>done</c> with it, or not done <c>again</c>; that a
/// message came <c>early</c>; <c>opened</c> and <c>closed</c> around what leads to one.</param>
/// <param name="Number">The parcel.</param>
/// <param name="Message">The message's id.</param>
internal sealed record ParcelStep(long Ticks, string Step, int Number, string Message);
