/// Annotation tools that write targets with named keypoints: COCO, CVAT, labelme, Label Studio and
/// Datumaro. Each file is read into an [AnnotationFile] of stated pictures and skeletons;
/// [SkeletonSource] then makes one label set of all files of a source.
package penumbra.format.skeleton;
